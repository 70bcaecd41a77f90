package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Addressees;
import org.bihuan.company.Role;
import org.jspecify.annotations.Nullable;

/** The accounts as those who are written to. */
@ApplicationScoped
@Transactional
class AccountAddressees implements Addressees {
    private final AccountRepository accounts;
    private final Clock clock;

    AccountAddressees(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<Addressee> all(Collection<AccountId> ids) {
        return ids.isEmpty()
                ? List.of()
                : shown(accounts.list(
                        "id in ?1 and disabledAt is null order by id",
                        ids.stream().map(AccountId::value).toList()));
    }

    @Override
    public List<Addressee> staff(UUID community, Role role) {
        return shown(accounts.list("""
                        from Account a where array_contains(a.roles, ?1) and a.disabledAt is null
                        and exists (from a.memberships m where m.communityId = ?2) order by a.id
                        """, role.name(), community));
    }

    @Override
    public Optional<Addressee> ownerAccount(UUID resident) {
        return shown(accounts.list("residentId = ?1 and disabledAt is null order by id", resident)).stream()
                .findFirst();
    }

    private static List<Addressee> shown(List<Account> found) {
        return found.stream().map(AccountAddressees::shown).toList();
    }

    private static Addressee shown(Account account) {
        return new Addressee(
                account.accountId(),
                account.displayName(),
                account.roles(),
                account.language(),
                account.email(),
                account.residentId());
    }

    @Override
    public Mailbox mailbox(AccountId id, boolean toChange) {
        return mailbox(toChange ? accounts.loadForChange(id) : accounts.load(id));
    }

    @Override
    public Mailbox changeEmail(AccountId id, @Nullable String email) {
        Account account = accounts.loadForChange(id);
        account.changeEmail(email, clock.instant());
        accounts.flush();
        return mailbox(account);
    }

    private static Mailbox mailbox(Account account) {
        return new Mailbox(account.email(), account.version());
    }
}
