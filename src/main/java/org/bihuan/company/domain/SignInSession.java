package org.bihuan.company.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.shared.TenantOwned;
import org.jspecify.annotations.Nullable;

/** Somebody's being signed in, from the password to the sign-out. */
@Entity
@Table(name = "sign_in_session")
@SuppressWarnings("UnusedVariable") // some columns only queries and people read
class SignInSession extends TenantOwned {
    /** Long enough for a weekend at home, and it starts anew with every use. */
    static final Duration IDLE = Duration.ofDays(14);

    @Id
    private UUID id;

    private UUID accountId;
    private byte[] refreshHash;
    private String address;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    protected SignInSession() {}

    SignInSession(UUID id, AccountId account, byte[] refreshHash, String address, Instant now) {
        this.id = id;
        this.accountId = account.value();
        this.refreshHash = refreshHash;
        this.address = address;
        this.createdAt = now;
        use(now);
    }

    private void use(Instant now) {
        lastUsedAt = now;
        expiresAt = now.plus(IDLE);
    }

    boolean isAlive(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    boolean holds(byte[] hash) {
        return Arrays.equals(refreshHash, hash);
    }

    void refresh(byte[] nextHash, Instant now) {
        refreshHash = nextHash;
        use(now);
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    UUID id() {
        return id;
    }

    AccountId account() {
        return new AccountId(accountId);
    }
}
