package org.bihuan.followup.domain;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.calendar.CallWindow;
import org.bihuan.calendar.CallingHours;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.Revisable;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/**
 * The duty to ring the reporter back about one round of a work order. It ends once: with what they said, after as many
 * attempts as the policy says, or because nobody is to ask any more.
 */
@Entity
public class FollowUp extends Revisable {
    /** House rule: how long a call at an agreed time outside calling hours is still proposed. */
    static final Duration AGREED_TIME_HOLDS = Duration.ofHours(1);

    @Id
    private UUID id;

    private UUID communityId;
    private UUID workOrderId;
    private int round;

    @Enumerated(EnumType.STRING)
    private FollowUpStatus status;

    @Enumerated(EnumType.STRING)
    private PolicyReason policyReason;

    private int maxAttempts;
    private Instant notBefore;
    private Instant dueAt;
    private Instant originalDueAt;
    private int attemptCount;
    private int notReachedCount;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome lastOutcome;

    @Embedded
    @EmbeddedColumnNaming("verdict_%s")
    private @Nullable Verdict verdict;

    private @Nullable Instant phoneConfirmedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedNote;

    protected FollowUp() {}

    FollowUp(WorkOrderFacts order, PolicyChoice choice, CallWindow window, Instant now) {
        super(now);
        this.id = FollowUpId.next().value();
        this.communityId = order.communityId();
        this.workOrderId = order.id().value();
        this.round = order.round();
        this.status = FollowUpStatus.SCHEDULED;
        this.policyReason = choice.reason();
        this.maxAttempts = choice.maxAttempts();
        this.notBefore = window.notBefore();
        this.dueAt = window.dueAt();
        this.originalDueAt = window.dueAt();
    }

    /** @throws NotNow when it has ended */
    void requireOpen() {
        if (!isOpen()) {
            throw new NotNow("FOLLOW_UP_ENDED", status.name(), List.of(), status.name());
        }
    }

    /**
     * Counts an attempt and draws its consequence.
     *
     * @throws NotNow when it has ended
     */
    Consequence record(NewAttempt attempt, Instant now, CallingHours hours) {
        requireOpen();
        attemptCount++;
        lastOutcome = attempt.outcome();
        changed(now);
        return switch (attempt.outcome()) {
            case REACHED -> reached(Objects.requireNonNull(attempt.verdict()), now);
            case REFUSED -> end(FollowUpStatus.DONE, Consequence.REFUSED, now);
            case CALL_BACK -> callBack(Objects.requireNonNull(attempt.callBackAt()));
            case NO_ANSWER, BUSY, WRONG_NUMBER -> notReached(now, hours);
        };
    }

    private Consequence reached(Verdict said, Instant now) {
        verdict = said;
        return end(FollowUpStatus.DONE, said.isResolved() ? Consequence.VERIFIED : Consequence.NOT_RESOLVED, now);
    }

    /**
     * What was agreed is kept as agreed, also outside calling hours and after the call was due: they asked for it. It is due
     * by the policy still, or where the agreed time is later, as long as that holds.
     */
    private Consequence callBack(Instant agreed) {
        notBefore = agreed;
        Instant agreedUntil = agreed.plus(AGREED_TIME_HOLDS);
        dueAt = agreed.isAfter(originalDueAt) ? agreedUntil : originalDueAt;
        return Consequence.STAYS_OPEN;
    }

    /** The next one falls due later, but when the whole is due does not move by not reaching anybody. */
    private Consequence notReached(Instant now, CallingHours hours) {
        notReachedCount++;
        if (notReachedCount >= maxAttempts) {
            return end(FollowUpStatus.EXHAUSTED, Consequence.UNREACHABLE, now);
        }
        notBefore = hours.afterAttempt(notReachedCount, now);
        return Consequence.STAYS_OPEN;
    }

    /**
     * Nobody is to ask any more.
     *
     * @throws NotNow when it has ended
     */
    void waive(@Nullable String because, Instant now) {
        requireOpen();
        endedNote = because;
        end(FollowUpStatus.WAIVED, Consequence.STAYS_OPEN, now);
    }

    private Consequence end(FollowUpStatus how, Consequence consequence, Instant now) {
        status = how;
        endedAt = now;
        changed(now);
        return consequence;
    }

    /** Whether the queue proposes the call now: inside calling hours, or at a time agreed on. */
    boolean isToBeCalled(Instant now, CallingHours hours) {
        if (!isOpen() || now.isBefore(notBefore)) {
            return false;
        }
        boolean agreed = lastOutcome == Outcome.CALL_BACK && now.isBefore(notBefore.plus(AGREED_TIME_HOLDS));
        return agreed || hours.contains(now);
    }

    /** Whether the next call is at a time that whoever was reached asked for. */
    boolean isAgreed() {
        return lastOutcome == Outcome.CALL_BACK;
    }

    boolean isOpen() {
        return status == FollowUpStatus.SCHEDULED;
    }

    public FollowUpId followUpId() {
        return new FollowUpId(id);
    }

    public UUID communityId() {
        return communityId;
    }

    public WorkOrderId workOrderId() {
        return new WorkOrderId(workOrderId);
    }

    public int round() {
        return round;
    }

    public FollowUpStatus status() {
        return status;
    }

    public PolicyReason policyReason() {
        return policyReason;
    }

    public int maxAttempts() {
        return maxAttempts;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** When it was due by the policy, before any time was agreed on. */
    public Instant originalDueAt() {
        return originalDueAt;
    }

    /** The reporter's number was given anew: attempts before do not make it doubtful any more. */
    void confirmPhone(Instant now) {
        phoneConfirmedAt = now;
        changed(now);
    }

    /** Whether what that attempt said about the reporter's number has been overtaken. */
    boolean isOvertaken(Attempt attempt) {
        return phoneConfirmedAt != null && !attempt.at().isAfter(phoneConfirmedAt);
    }

    /** How many attempts were made; the place of the newest. */
    public int attemptCount() {
        return attemptCount;
    }

    public @Nullable Outcome lastOutcome() {
        return lastOutcome;
    }

    public int notReachedCount() {
        return notReachedCount;
    }

    public @Nullable Verdict verdict() {
        return verdict;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String endedNote() {
        return endedNote;
    }
}
