package org.bihuan.company.domain;

import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param visibleCommunities null for who sees all of the company; else only accounts that share one of these
 */
public record AccountFilter(
        @Nullable Role role,
        @Nullable UUID communityId,
        @Nullable Set<UUID> visibleCommunities) {
    /** What the accounts themselves say; where owners live, the estate knows. */
    static final String CONDITION = """
            (:role = '' or array_contains(a.roles, :role))
            and (a.residentId is not null or (
              (:community is null or exists (from a.memberships m where m.communityId = :community))
              and (:everywhere = true or exists (from a.memberships m where m.communityId in :visible))))
            """;

    /** Whether communities play no part. */
    boolean isOfEverywhere() {
        return communityId == null && visibleCommunities == null;
    }
}
