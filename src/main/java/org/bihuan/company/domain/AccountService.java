package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.company.Caller;
import org.bihuan.company.EstateDirectory;
import org.bihuan.company.Role;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The accounts of a company. */
@ApplicationScoped
public class AccountService implements Accounts {
    private final AccountRepository accounts;
    private final SignInSessionRepository sessions;
    private final SignInDirectory directory;
    private final SignInService signIn;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final EstateDirectory estate;
    private final Paging paging;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            SignInSessionRepository sessions,
            SignInDirectory directory,
            SignInService signIn,
            Passwords passwords,
            PasswordRule passwordRule,
            EstateDirectory estate,
            Paging paging,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.directory = directory;
        this.signIn = signIn;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.estate = estate;
        this.paging = paging;
        this.clock = clock;
    }

    /** A new account: how they sign in, what they are, and for an owner which resident. */
    public record NewAccount(
            String username,
            String password,
            AccountDetails details,
            @Nullable UUID residentId) {}

    @Transactional
    public <T> T create(Caller by, NewAccount wanted, Function<Account, T> view) {
        AccountRules.requireMayGrant(by, Set.of(), wanted.details().roles());
        requireSensible(wanted.details(), wanted.residentId());
        requireReachable(by, wanted);
        passwordRule.check("/password", wanted.password(), wanted.username());
        Account account = new Account(
                by.company().value(),
                wanted.username().strip(),
                passwords.hash(wanted.password()),
                wanted.details(),
                wanted.residentId(),
                clock.instant());
        directory.take("/username", account.username(), by.company(), account.accountId());
        accounts.persistAndFlush(account);
        return view.apply(account);
    }

    /** The desk makes accounts only for residents of its own communities. */
    private void requireReachable(Caller by, NewAccount wanted) {
        UUID resident = wanted.residentId();
        if (resident == null) {
            return;
        }
        Set<UUID> homes = estate.communitiesOf(resident);
        boolean reachable = by.is(Role.ADMIN) || homes.stream().anyMatch(by.communities()::contains);
        if (homes.isEmpty() || !reachable) {
            throw InvalidInput.invalid("/residentId", "UNKNOWN_RESIDENT");
        }
    }

    private void requireSensible(AccountDetails details, @Nullable UUID residentId) {
        if (!estate.unknownCommunities(details.communityIds()).isEmpty()) {
            throw InvalidInput.invalid("/communityIds", "UNKNOWN_COMMUNITY");
        }
        AccountRules.requireOwnersApart(details.roles(), residentId);
    }

    @Transactional
    public <T> T change(
            Caller by,
            AccountId id,
            @Nullable String ifMatch,
            Function<AccountDetails, AccountDetails> patch,
            Function<Account, T> view) {
        accounts.oneChangeAtATime(by.company());
        Account account = accounts.loadForChange(id);
        Versions.requireMatch(ifMatch, account.version());
        AccountDetails wanted = patch.apply(account.details());
        AccountRules.requireMayGrant(by, account.roles(), wanted.roles());
        requireSensible(wanted, account.residentId());
        boolean wasAdministrator = account.isActiveAdministrator();
        account.change(by.company().value(), wanted, clock.instant());
        accounts.flush();
        if (wasAdministrator && accounts.countActiveAdministrators() == 0) {
            throw new NotNow("LAST_ADMINISTRATOR");
        }
        if (account.isDisabled()) {
            sessions.revokeAll(id, null, clock.instant());
        }
        return view.apply(account);
    }

    /** Gives somebody a new password, because they lost theirs; ends all their sessions. */
    @Transactional
    public void resetPassword(Caller by, AccountId id, @Nullable String ifMatch, String password) {
        Account account = accounts.loadForChange(id);
        AccountRules.requireMayGrant(by, account.roles(), account.roles());
        Versions.requireMatch(ifMatch, account.version());
        signIn.resetPassword(id, "/password", password);
    }

    @Transactional
    public <T> T read(Caller by, AccountId id, Function<Account, T> view) {
        Account account = accounts.load(id);
        if (!isVisible(by, account)) {
            throw new NotFound();
        }
        return view.apply(account);
    }

    /** Whether the caller may know that there is such an account. */
    @Transactional
    public boolean isVisible(Caller by, AccountId id) {
        return accounts.findByIdOptional(id.value())
                .filter(account -> isVisible(by, account))
                .isPresent();
    }

    /** Desk and managers see the staff of their communities, and the owners' accounts they may make. */
    private boolean isVisible(Caller by, Account account) {
        UUID resident = account.residentId();
        Set<UUID> communities = resident == null ? account.communities() : estate.communitiesOf(resident);
        return by.is(Role.ADMIN)
                || (by.isAny(Role.FRONT_DESK, Role.MANAGER)
                        && communities.stream().anyMatch(by.communities()::contains));
    }

    @Transactional
    public <T> Listing<T> list(
            Caller by, PageQuery page, @Nullable Role role, @Nullable UUID community, Function<Account, T> view) {
        AccountFilter filter = new AccountFilter(role, community, by.is(Role.ADMIN) ? null : by.communities());
        Paging.Position after = paging.after(page);
        List<Account> rows = accounts.page(filter, after == null ? null : after.id(0), page.size() + 1);
        return paging.page(page, rows, account -> List.of(account.accountId()), () -> accounts.count(filter))
                .map(view);
    }

    @Override
    public Optional<Person> find(AccountId id) {
        return accounts.findByIdOptional(id.value()).map(Account::person);
    }

    @Override
    public Map<AccountId, String> displayNames(Collection<AccountId> ids) {
        return accounts.named(ids.stream().map(AccountId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(Account::accountId, Account::displayName));
    }
}
