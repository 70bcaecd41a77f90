package org.bihuan.company.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SignInSessionRepository implements PanacheRepositoryBase<SignInSession, UUID> {
    private static final Duration REMEMBERED = Duration.ofDays(90);

    /** Ends all of somebody's sessions, but for the one they are in. */
    void revokeAll(AccountId account, @Nullable UUID except, Instant now) {
        update(
                "revokedAt = ?1 where accountId = ?2 and revokedAt is null and (?3 is null or id <> ?3)",
                now,
                account.value(),
                except);
    }

    boolean hasBeenAt(AccountId account, String address, Instant now) {
        return count(
                        "accountId = ?1 and address = ?2 and createdAt > ?3",
                        account.value(),
                        address,
                        now.minus(REMEMBERED))
                > 0;
    }
}
