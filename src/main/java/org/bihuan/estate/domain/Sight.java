package org.bihuan.estate.domain;

import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;

/** Which communities somebody sees: administrators all of their company's, other staff those they work in. */
record Sight(boolean everywhere, Set<UUID> communities) {
    static Sight of(Caller caller) {
        return new Sight(caller.is(Role.ADMIN), caller.communities());
    }

    boolean covers(UUID community) {
        return everywhere || communities.contains(community);
    }

    /** Narrows a list to it. */
    void narrow(Conditions conditions, String communityPath) {
        if (!everywhere) {
            conditions.and(communityPath + " in :visible", "visible", communities);
        }
    }
}
