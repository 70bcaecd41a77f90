package org.bihuan.company;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who of the present company's staff is there to hear something. Nobody whose account is disabled is among them. */
public interface Staff {
    /** @param away on leave now */
    record Colleague(AccountId id, String displayName, Set<Role> roles, boolean away) {}

    /** Everybody who works in the community. */
    List<Colleague> of(UUID community);

    /** There is always at least one. */
    List<Colleague> administrators();

    /** Empty also when their account is disabled. */
    Optional<Colleague> colleague(AccountId id);
}
