package org.bihuan.company;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom of the present company one can write to, and how. Accounts that are disabled are left out. */
public interface Addressees {
    /**
     * Somebody who signs in.
     *
     * @param language as a BCP 47 tag
     * @param email null when nobody has told it
     * @param residentId for owners
     */
    record Addressee(
            AccountId id,
            String displayName,
            Set<Role> roles,
            String language,
            @Nullable String email,
            @Nullable UUID residentId) {}

    List<Addressee> all(Collection<AccountId> ids);

    /** The staff of a community who have this role, in the order of their ids. */
    List<Addressee> staff(UUID community, Role role);

    /** The account of a resident; of several the oldest. */
    Optional<Addressee> ownerAccount(UUID resident);

    /** An account's own address and its version; locked until the end of the transaction when it is to be changed. */
    Mailbox mailbox(AccountId id, boolean toChange);

    /** @return as it is then */
    Mailbox changeEmail(AccountId id, @Nullable String email);

    record Mailbox(@Nullable String email, long version) {}
}
