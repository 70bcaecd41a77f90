package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
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
import org.bihuan.shared.Draft;
import org.bihuan.shared.FieldError;
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
    private final ListedAccounts listed;
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
            ListedAccounts listed,
            SignInSessionRepository sessions,
            SignInDirectory directory,
            SignInService signIn,
            Passwords passwords,
            PasswordRule passwordRule,
            EstateDirectory estate,
            Paging paging,
            Clock clock) {
        this.accounts = accounts;
        this.listed = listed;
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
    public <T> T create(Caller by, Draft<NewAccount> draft, Function<Account, T> view) {
        NewAccount wanted = draft.value();
        AccountRules.requireMayGrant(by, Set.of(), wanted.details().roles());
        List<FieldError> errors = draft.findings();
        errors.addAll(notSensible(wanted.details(), wanted.residentId()));
        errors.addAll(notReachable(by, wanted));
        errors.addAll(passwordRule.errors("/password", wanted.password(), wanted.username()));
        AccountId id = AccountId.next();
        if (draft.isFine("/username")) {
            errors.addAll(directory.take("/username", wanted.username(), by.company(), id));
        }
        InvalidInput.refuse(errors);
        Account account = new Account(
                by.company().value(),
                id,
                wanted.username().strip(),
                passwords.hash(wanted.password()),
                wanted.details(),
                wanted.residentId(),
                clock.instant());
        accounts.persistAndFlush(account);
        return view.apply(account);
    }

    /** The desk makes accounts only for residents of its own communities. */
    private List<FieldError> notReachable(Caller by, NewAccount wanted) {
        UUID resident = wanted.residentId();
        if (resident == null || !wanted.details().roles().contains(Role.OWNER)) {
            return List.of();
        }
        Set<UUID> homes = estate.communitiesOf(resident);
        boolean reachable = by.is(Role.ADMIN) || homes.stream().anyMatch(by.communities()::contains);
        return homes.isEmpty() || !reachable ? List.of(new FieldError("/residentId", "UNKNOWN_RESIDENT")) : List.of();
    }

    private void requireSensible(AccountDetails details, @Nullable UUID residentId) {
        InvalidInput.refuse(notSensible(details, residentId));
    }

    private List<FieldError> notSensible(AccountDetails details, @Nullable UUID residentId) {
        List<FieldError> errors = new ArrayList<>(AccountRules.ownersNotApart(details.roles(), residentId));
        if (!estate.unknownCommunities(details.communityIds()).isEmpty()) {
            errors.add(new FieldError("/communityIds", "UNKNOWN_COMMUNITY"));
        }
        return errors;
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
        boolean wasAdministrator = account.isActive(Role.ADMIN);
        boolean wasOperator = account.isActive(Role.OPERATOR);
        account.change(by.company().value(), wanted, clock.instant());
        accounts.flush();
        requireOneLeft(wasAdministrator, Role.ADMIN, "LAST_ADMINISTRATOR");
        // They are all of one company, the first, because nobody makes accounts for another.
        requireOneLeft(wasOperator, Role.OPERATOR, "LAST_OPERATOR");
        if (account.isDisabled()) {
            sessions.revokeAll(id, null, clock.instant());
        }
        return view.apply(account);
    }

    private void requireOneLeft(boolean wasOne, Role role, String refusal) {
        if (wasOne && accounts.countActive(role) == 0) {
            throw new NotNow(refusal);
        }
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

    /** Everybody sees their own; desk and managers the staff of their communities, and the owners' accounts they may make. */
    private boolean isVisible(Caller by, Account account) {
        UUID resident = account.residentId();
        Set<UUID> communities = resident == null ? account.communities() : estate.communitiesOf(resident);
        return by.is(Role.ADMIN)
                || by.id().equals(account.accountId())
                || (by.isAny(Role.FRONT_DESK, Role.MANAGER)
                        && communities.stream().anyMatch(by.communities()::contains));
    }

    @Transactional
    public <T> Listing<T> list(
            Caller by, PageQuery page, @Nullable Role role, @Nullable UUID community, Function<Account, T> view) {
        AccountFilter filter = new AccountFilter(role, community, by.is(Role.ADMIN) ? null : by.communities());
        return paging.byId(
                        page,
                        (last, most) -> listed.page(filter, last, most),
                        Account::accountId,
                        () -> listed.count(filter))
                .map(view);
    }

    @Override
    public Optional<Person> find(AccountId id) {
        return accounts.findByIdOptional(id.value()).map(Account::person);
    }

    @Override
    public Optional<Person> findByUsername(String username) {
        return directory.find(username).flatMap(entry -> find(entry.account()));
    }

    @Override
    public Map<AccountId, String> displayNames(Collection<AccountId> ids) {
        return accounts.named(ids.stream().map(AccountId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(Account::accountId, Account::displayName));
    }
}
