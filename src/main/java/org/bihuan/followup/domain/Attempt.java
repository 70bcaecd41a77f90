package org.bihuan.followup.domain;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.TenantOwned;
import org.bihuan.workorder.Actor;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One try to reach somebody, as it was; never rewritten. */
@Entity
@Immutable
@IdClass(AttemptKey.class)
@Table(name = "follow_up_attempt")
public class Attempt extends TenantOwned {
    @Id
    private UUID followUpId;

    @Id
    private int seq;

    private Instant at;
    private @Nullable UUID byId;
    private String byName;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable String phone;
    private @Nullable Instant callBackAt;
    private @Nullable String note;

    @Embedded
    @EmbeddedColumnNaming("verdict_%s")
    private @Nullable Verdict verdict;

    protected Attempt() {}

    Attempt(FollowUp followUp, NewAttempt reported, Actor by, Instant at) {
        this.followUpId = followUp.followUpId().value();
        this.seq = followUp.attemptCount();
        this.at = at;
        this.byId = by.id();
        this.byName = by.displayName();
        this.outcome = reported.outcome();
        this.phone = reported.phone();
        this.callBackAt = reported.callBackAt();
        this.note = reported.note();
        this.verdict = reported.verdict();
    }

    FollowUpId followUpId() {
        return new FollowUpId(followUpId);
    }

    public Instant at() {
        return at;
    }

    public @Nullable UUID byId() {
        return byId;
    }

    public String byName() {
        return byName;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable String phone() {
        return phone;
    }

    public @Nullable Instant callBackAt() {
        return callBackAt;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable Verdict verdict() {
        return verdict;
    }
}
