package org.bihuan.company.domain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotSignedIn;
import org.bihuan.shared.TooManyTries;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** Signing in, staying so, and out. */
@ApplicationScoped
public class SignInService {
    private static final int SECRET_BYTES = 32;

    /** Stands for the address of those who are in already: a stolen session is no way to guess the password. */
    private static final String SIGNED_IN = "signed in as ";

    private final SignInDirectory directory;
    private final AccountRepository accounts;
    private final SignInSessionRepository sessions;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final GuessBrake brake;
    private final AccessTokens tokens;
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
            CurrentTenant tenant,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.brake = brake;
        this.tokens = tokens;
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
        if (!isRight(account, password)) {
            throw new NotSignedIn("WRONG_USERNAME_OR_PASSWORD");
        }
        brake.right(username, address);
        return inTransaction(() -> open(accounts.load(entry.orElseThrow().account()), address));
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

    private Granted open(Account account, String address) {
        byte[] secret = InstallationSecret.random(SECRET_BYTES);
        SignInSession session = new SignInSession(account.accountId(), hash(secret), address, clock.instant());
        sessions.persist(session);
        return granted(account, session, secret);
    }

    private Granted granted(Account account, SignInSession session, byte[] secret) {
        CompanyId company = new CompanyId(tenant.id());
        String refresh = company + "." + session.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
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
        Optional<Granted> granted = inTransaction(() -> exchange(session, hash(parts[2])));
        return granted.orElseThrow(() -> new NotSignedIn("REFRESH_TOKEN_NOT_VALID"));
    }

    private Optional<Granted> exchange(UUID id, byte[] hash) {
        Instant now = clock.instant();
        SignInSession session = sessions.findById(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !session.isAlive(now)) {
            return Optional.empty();
        }
        if (session.wasStolen(hash)) {
            session.revoke(now);
        }
        Account account = accounts.load(session.account());
        if (!session.holds(hash) || account.isDisabled()) {
            return Optional.empty();
        }
        byte[] next = InstallationSecret.random(SECRET_BYTES);
        session.refresh(hash(next), now);
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
        setPassword(caller.id(), "/next", next, caller.sessionId());
    }

    /** Sets a password and ends the account's other sessions. */
    void setPassword(AccountId id, String pointer, String next, @Nullable UUID keptSession) {
        String username = inTransaction(() -> accounts.load(id)).username();
        passwordRule.check(pointer, next, username);
        String hash = passwords.hash(next);
        QuarkusTransaction.joiningExisting().run(() -> {
            accounts.loadForChange(id).changePassword(hash, clock.instant());
            sessions.revokeAll(id, keptSession, clock.instant());
        });
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }

    private static byte[] hash(byte[] secret) {
        return hash(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
