package org.bihuan.estate;

import java.time.ZoneId;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.jspecify.annotations.Nullable;

/** In which time zone somebody reads what belongs to several places. */
public interface ReadersZone {
    /**
     * That of the community asked for, else the one that all communities in the caller's sight share, else UTC.
     *
     * @param community null when none in particular is asked for
     */
    ZoneId of(Caller by, @Nullable UUID community);
}
