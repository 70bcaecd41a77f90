package org.bihuan.company;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the database knew them at the beginning of this very request.
 *
 * @param communities the communities a member of staff works in; empty for owners
 * @param residentId the resident an owner's account is bound to
 */
public record Caller(
        AccountId id,
        CompanyId company,
        UUID sessionId,
        String username,
        String displayName,
        Set<Role> roles,
        Set<UUID> communities,
        @Nullable UUID residentId,
        String language,
        long version) {
    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }

    /** The desk's powers: front desk and managers, in a community of theirs. */
    public boolean runsTheDeskOf(UUID community) {
        return isAny(Role.FRONT_DESK, Role.MANAGER) && communities.contains(community);
    }

    public boolean manages(UUID community) {
        return is(Role.MANAGER) && communities.contains(community);
    }
}
