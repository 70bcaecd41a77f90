package org.bihuan.notification.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.TenantOwned;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody has chosen; there is none for who has chosen nothing. */
@Entity
class NotificationPreference extends TenantOwned {
    @Id
    private UUID accountId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<MessageKind, Choice> choices;

    /** Local times are texts: a time of day that a driver moves from zone to zone is no longer what was chosen. */
    private @Nullable String quietFrom;

    private @Nullable String quietTo;
    private String digestAt;
    private String timeZone;
    private Instant updatedAt;

    @Version
    private long version;

    protected NotificationPreference() {}

    NotificationPreference(AccountId account, Preferences wanted, Instant now) {
        this.accountId = account.value();
        change(wanted, now);
    }

    final void change(Preferences wanted, Instant now) {
        choices = wanted.choices();
        quietFrom =
                wanted.quietHours() == null ? null : wanted.quietHours().from().toString();
        quietTo = wanted.quietHours() == null ? null : wanted.quietHours().to().toString();
        digestAt = wanted.digestAt().toString();
        timeZone = wanted.zone().getId();
        updatedAt = now;
    }

    Preferences preferences() {
        QuietHours quiet = quietFrom == null || quietTo == null
                ? null
                : new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietTo));
        return new Preferences(choices, quiet, LocalTime.parse(digestAt), ZoneId.of(timeZone));
    }

    UUID accountId() {
        return accountId;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
