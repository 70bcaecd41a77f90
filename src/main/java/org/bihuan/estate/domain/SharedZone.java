package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.estate.ReadersZone;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SharedZone implements ReadersZone {
    /** By this name, and not as the offset, whose name nobody would know. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final CommunityRepository communities;

    SharedZone(CommunityRepository communities) {
        this.communities = communities;
    }

    @Override
    @Transactional
    public ZoneId of(Caller by, @Nullable UUID community) {
        List<ZoneId> zones = communities.zones(Sight.of(by), community);
        return zones.size() == 1 ? zones.getFirst() : UTC;
    }
}
