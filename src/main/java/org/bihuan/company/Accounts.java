package org.bihuan.company;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What other modules may ask about the accounts of the present company. */
public interface Accounts {
    /** Somebody, by account. */
    record Person(AccountId id, String displayName, Set<Role> roles, Set<UUID> communities, boolean enabled) {
        /** Whether work in this community can be given to them. */
        public boolean worksIn(UUID community) {
            return enabled && roles.contains(Role.TECHNICIAN) && communities.contains(community);
        }
    }

    Optional<Person> find(AccountId id);

    /** By the name they sign in with, whatever case it is typed in. */
    Optional<Person> findByUsername(String username);

    /** The names of all these; for whoever shows many at once. */
    Map<AccountId, String> displayNames(Collection<AccountId> ids);
}
