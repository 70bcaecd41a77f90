package org.bihuan.company.domain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotSignedIn;
import org.bihuan.shared.TooManyTries;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** Signing in, staying so, and out. */
@ApplicationScoped
public class SignInService {
    /** Stands for the address of those who are in already: a stolen session is no way to guess the password. */
    private static final String SIGNED_IN = "signed in as ";

    private final SignInDirectory directory;
    private final AccountRepository accounts;
    private final SignInSessionRepository sessions;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final GuessBrake brake;
    private final AccessTokens tokens;
    private final RefreshTokens refreshTokens;
    private final CurrentTenant tenant;
    private final Clock clock;

    SignInService(
            SignInDirectory directory,
            AccountRepository accounts,
            SignInSessionRepository sessions,
            Passwords passwords,
            PasswordRule passwordRule,
            GuessBrake brake,
            AccessTokens tokens,
            RefreshTokens refreshTokens,
            CurrentTenant tenant,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.brake = brake;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** What a sign-in gives. */
    public record Granted(String accessToken, long expiresInSeconds, String refreshToken, Account account) {}

    /**
     * @throws NotSignedIn for any wrong pair, alike in time and words
     * @throws TooManyTries when guessed at
     */
    public Granted signIn(String username, String password, String address) {
        Optional<SignInDirectory.Entry> entry = inTransaction(() -> directory.find(username));
        entry.ifPresent(found -> tenant.enter(found.company().value()));
        brake.check(username, address, () -> entry.isPresent() && isKnown(entry.get(), address));
        Account account = entry.map(found ->
                        inTransaction(() -> accounts.findById(found.account().value())))
                .orElse(null);
        if (!isRight(account, password) || account == null) {
            throw new NotSignedIn("WRONG_USERNAME_OR_PASSWORD");
        }
        brake.right(username, address);
        return inTransaction(() -> open(account, address));
    }

    /** bcrypt takes a good part of a second; no transaction is open meanwhile. */
    private boolean isRight(@Nullable Account account, String password) {
        if (account == null) {
            passwords.compareWithNobodys(password);
            return false;
        }
        return passwords.matches(password, account.passwordHash()) && !account.isDisabled();
    }

    private boolean isKnown(SignInDirectory.Entry entry, String address) {
        return inTransaction(() -> sessions.hasBeenAt(entry.account(), address, clock.instant()));
    }

    /** With the account locked: a password that was replaced while it was being compared opens nothing any more. */
    private Granted open(Account checked, String address) {
        Account account = accounts.loadForChange(checked.accountId());
        if (account.isDisabled() || !account.passwordHash().equals(checked.passwordHash())) {
            throw new NotSignedIn("WRONG_USERNAME_OR_PASSWORD");
        }
        UUID id = Ids.next();
        String secret = refreshTokens.next(id);
        SignInSession session =
                new SignInSession(id, account.accountId(), RefreshTokens.hash(secret), address, clock.instant());
        sessions.persist(session);
        return granted(account, session, secret);
    }

    private Granted granted(Account account, SignInSession session, String secret) {
        CompanyId company = new CompanyId(tenant.id());
        String refresh = company + "." + session.id() + "." + secret;
        String access = tokens.issue(new AccessTokens.Claims(company, account.accountId(), session.id()));
        Hibernate.initialize(account.memberships()); // while the session is open, for the view
        return new Granted(access, tokens.lifetime().toSeconds(), refresh, account);
    }

    /** Exchanges a refresh token for the next pair. @throws NotSignedIn for one that is not alive */
    public Granted refresh(String refreshToken) {
        String[] parts = refreshToken.split("\\.", -1);
        UUID company = parts.length == 3 ? Ids.parse(parts[0]).orElse(null) : null;
        UUID session = parts.length == 3 ? Ids.parse(parts[1]).orElse(null) : null;
        if (company == null || session == null) {
            throw new NotSignedIn("REFRESH_TOKEN_NOT_VALID");
        }
        tenant.enter(company);
        Optional<Granted> granted = inTransaction(() -> exchange(session, parts[2]));
        return granted.orElseThrow(() -> new NotSignedIn("REFRESH_TOKEN_NOT_VALID"));
    }

    private Optional<Granted> exchange(UUID id, String secret) {
        Instant now = clock.instant();
        SignInSession session = sessions.findById(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !session.isAlive(now)) {
            return Optional.empty();
        }
        boolean present = session.holds(RefreshTokens.hash(secret));
        if (!present && refreshTokens.wasGiven(id, secret)) {
            session.revoke(now); // one that was used before is in two hands: one of them stole it
        }
        Account account = accounts.load(session.account());
        if (!present || account.isDisabled()) {
            return Optional.empty();
        }
        String next = refreshTokens.next(id);
        session.refresh(RefreshTokens.hash(next), now);
        return Optional.of(granted(account, session, next));
    }

    public void signOut(Caller caller) {
        QuarkusTransaction.joiningExisting()
                .run(() -> sessions.findByIdOptional(caller.sessionId())
                        .ifPresent(session -> session.revoke(clock.instant())));
    }

    /**
     * @throws InvalidInput when the present password is wrong or the next one is refused
     * @throws TooManyTries when guessed at
     */
    public void changePassword(Caller caller, String current, String next) {
        brake.check(caller.username(), SIGNED_IN + caller.id(), () -> true);
        Account before = inTransaction(() -> accounts.load(caller.id()));
        if (!passwords.matches(current, before.passwordHash())) {
            throw InvalidInput.invalid("/current", "WRONG_PASSWORD");
        }
        brake.right(caller.username(), SIGNED_IN + caller.id());
        passwordRule.check("/next", next, before.username());
        String hash = passwords.hash(next);
        QuarkusTransaction.joiningExisting().run(() -> {
            Account account = accounts.loadForChange(caller.id());
            // Whoever knows only a password that was replaced meanwhile does not take the account back with it.
            if (!account.passwordHash().equals(before.passwordHash())) {
                throw InvalidInput.invalid("/current", "WRONG_PASSWORD");
            }
            replace(account, hash, caller.sessionId());
        });
    }

    /** Gives a password to somebody who lost theirs, and ends all their sessions. */
    void resetPassword(AccountId id, String pointer, String next) {
        Account account = accounts.loadForChange(id);
        passwordRule.check(pointer, next, account.username());
        replace(account, passwords.hash(next), null);
    }

    private void replace(Account account, String hash, @Nullable UUID keptSession) {
        account.changePassword(hash, clock.instant());
        sessions.revokeAll(account.accountId(), keptSession, clock.instant());
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }
}
