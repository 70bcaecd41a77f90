package org.bihuan.company.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** A time somebody of the staff is away. */
@Entity
public class Absence extends Revisable {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID accountId;

    private Instant startsAt;
    private Instant endsAt;
    private @Nullable String reason;

    protected Absence() {}

    Absence(AccountId account, AbsenceDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.accountId = account.value();
        change(details, now);
    }

    /** @throws InvalidInput when it ends before it begins */
    final void change(AbsenceDetails details, Instant now) {
        if (!details.to().isAfter(details.from())) {
            throw InvalidInput.invalid("/to", "WINDOW_REVERSED");
        }
        startsAt = details.from();
        endsAt = details.to();
        reason = details.reason();
        changed(now);
    }

    AbsenceDetails details() {
        return new AbsenceDetails(startsAt, endsAt, reason);
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public @Nullable String reason() {
        return reason;
    }
}
