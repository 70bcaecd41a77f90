package org.bihuan.workorder.domain;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;
import org.bihuan.workorder.WorkOrderFacts;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The record of one matter until it is closed. Its status moves only by the verbs below; each asks the table of legal moves
 * first, then changes, and tells what happened as a timeline step.
 */
@Entity
class WorkOrder extends RecordedMatter {
    @Enumerated(EnumType.STRING)
    private Status status;

    private int round;
    private @Nullable UUID assigneeId;

    @Embedded
    @EmbeddedColumnNaming("hold_%s")
    private @Nullable Hold hold;

    @Embedded
    @EmbeddedColumnNaming("resolution_%s")
    private @Nullable Resolution resolution;

    @Embedded
    @EmbeddedColumnNaming("closing_%s")
    private @Nullable Closing closing;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Deadline> clocks;

    private @Nullable Instant nextDueAt;

    /** Where the priority stands among all, the most urgent first. In the words of the index work_order_open_urgent. */
    @Formula("(case priority when 'EMERGENCY' then 0 when 'URGENT' then 1 when 'NORMAL' then 2 else 3 end)")
    private int urgency;

    /** By when somebody has to do something, or to look again at what is on hold; far away where nothing says so. */
    @Formula("(coalesce(next_due_at, hold_next_check_at, '9999-12-31T00:00:00Z'))")
    private @Nullable Instant attentionAt;

    /**
     * When to look what is to be said of the deadlines; null when nothing is. Not a change of the order that anybody who
     * changes it would have to know.
     */
    @OptimisticLock(excluded = true)
    @SuppressWarnings("UnusedVariable") // read by the scan's query
    private @Nullable Instant nextAnnouncementAt;

    @OptimisticLock(excluded = true)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Announced> announced;

    private @Nullable UUID followUpId;

    /** Lines can join the timeline without the order itself changing. */
    @OptimisticLock(excluded = true)
    private int lastSeq;

    @Version
    private long version;

    protected WorkOrder() {}

    WorkOrder(String number, NewWorkOrder wanted, Matter matter, Actor by, Instant now) {
        super(number, wanted, matter, by, now);
        this.status = Status.REGISTERED;
        this.round = 1;
        this.clocks = List.of();
        this.announced = List.of();
    }

    /** One that another system has dealt with: as it ended there. It keeps no clocks, and nobody of ours registered it. */
    WorkOrder(String number, PastOrder past) {
        super(number, past);
        PastRow.Times times = past.row().times();
        PastRow.End end = past.row().end();
        this.status = past.status();
        this.round = 1;
        this.clocks = List.of();
        this.announced = List.of();
        this.assigneeId = past.workerId();
        if (end.code() != null && end.resolution() != null && end.reason() != null) {
            this.resolution = new Resolution(
                    end.code(),
                    end.resolution(),
                    end.cause(),
                    end.labourMinutes(),
                    List.of(),
                    end.referredTo(),
                    past.workerId());
            this.closing = new Closing(end.reason(), times.ended(), null, null, end.note());
        }
    }

    Step dispatch(Actor by, UUID assignee, Instant now, ClockTerms terms) {
        Step step = move(Verb.DISPATCH, by, now);
        resumeClocks(now, terms.hours());
        hold = null;
        assigneeId = assignee;
        setClocks(clocks().meet(now, ClockName.DISPATCH).begin(ClockName.ACCEPT, now, terms));
        return step;
    }

    Step accept(Actor by, Instant now) {
        Step step = move(Verb.ACCEPT, by, now);
        setClocks(clocks().meet(now, ClockName.ACCEPT));
        return step;
    }

    Step decline(Actor by, Instant now, ClockTerms terms) {
        return backToTheDesk(Verb.DECLINE, by, now, terms);
    }

    Step recall(Actor by, Instant now, ClockTerms terms) {
        return backToTheDesk(Verb.RECALL, by, now, terms);
    }

    private Step backToTheDesk(Verb verb, Actor by, Instant now, ClockTerms terms) {
        Step step = move(verb, by, now);
        assigneeId = null;
        setClocks(clocks().drop(ClockName.ACCEPT).begin(ClockName.DISPATCH, now, terms));
        return step;
    }

    Step start(Actor by, Instant now) {
        Step step = move(Verb.START, by, now);
        setClocks(clocks().meet(now, ClockName.ARRIVE));
        return step;
    }

    Step hold(Actor by, Hold wanted, Instant now) {
        Step step = move(Verb.HOLD, by, now);
        hold = wanted;
        setClocks(clocks().pauseFinish(now));
        return step;
    }

    Step resume(Actor by, Instant now, OpenHours hours) {
        Step step = move(Verb.RESUME, by, now);
        hold = null;
        resumeClocks(now, hours);
        return step;
    }

    private void resumeClocks(Instant now, OpenHours hours) {
        setClocks(clocks().resumeFinish(now, hours));
    }

    Step complete(Actor by, Resolution report, Instant now) {
        return resolve(Verb.COMPLETE, by, report, now);
    }

    Step refer(Actor by, Resolution advice, Instant now) {
        return resolve(Verb.REFER, by, advice, now);
    }

    private Step resolve(Verb verb, Actor by, Resolution report, Instant now) {
        Step step = move(verb, by, now);
        resolution = report;
        setClocks(clocks().meetAll(now));
        return step;
    }

    Step cancel(Actor by, Instant now) {
        Step step = move(Verb.CANCEL, by, now);
        hold = null;
        setClocks(clocks().stopAll());
        return step;
    }

    /**
     * Closing without asking is a manager's decision; what the follow-up came to closes the order whoever rang.
     *
     * @param reason WAIVED for a manager's decision, else the outcome of the follow-up or that none was asked for
     */
    Step close(Actor by, ClosingReason reason, @Nullable String note, Instant now) {
        Step step = move(Verb.CLOSE, by, reason == ClosingReason.WAIVED ? by.capacity() : Capacity.SYSTEM, now);
        closing = new Closing(reason, now, by.id(), by.displayName(), note);
        setClocks(clocks().stopAll());
        return step;
    }

    Step reopen(Actor by, Instant now, ClockTerms terms) {
        WorkOrderRules.requireStillReopenable(this, now);
        Step step = move(Verb.REOPEN, by, now);
        round++;
        announced = List.of();
        assigneeId = null;
        resolution = null;
        closing = null;
        followUpId = null;
        forgetAppointment();
        setClocks(Clocks.start(now, null, terms));
        return step;
    }

    /** Deadlines from now on, for a new order. */
    void startClocks(Instant now, ClockTerms terms) {
        setClocks(Clocks.start(now, preferredWindow(), terms));
    }

    void replanClocks(ClockTerms terms) {
        setClocks(clocks().replan(preferredWindow(), terms));
    }

    /** Somebody has told the owner how things stand. */
    void answered(Instant now) {
        setClocks(clocks().meet(now, ClockName.FIRST_ANSWER));
    }

    void attachFollowUp(UUID followUp, Instant opensAt, Instant dueAt) {
        followUpId = followUp;
        setClocks(clocks().beginFollowUp(opensAt, dueAt));
    }

    void moveFollowUp(Instant dueAt) {
        setClocks(clocks().moveFollowUp(dueAt));
    }

    /** Somebody has rung back as often as they had to. */
    void followedUp(Instant now) {
        setClocks(clocks().meet(now, ClockName.FOLLOW_UP));
    }

    private Step move(Verb verb, Actor by, Instant now) {
        return move(verb, by, by.capacity(), now);
    }

    private Step move(Verb verb, Actor by, Capacity capacity, Instant now) {
        Move move = WorkOrderRules.requireLegal(verb, capacity, this, now);
        Step step = new Step(verb, by, onBehalfOf(move, by), assigneeId, status, move.to(), round);
        status = move.to();
        changed(now);
        return step;
    }

    /** The desk may do for the assignee what they report by telephone; whose doing it was is kept. */
    private @Nullable UUID onBehalfOf(Move move, Actor by) {
        boolean theirs = move.who().contains(Capacity.ASSIGNEE) && by.capacity() != Capacity.ASSIGNEE;
        return theirs ? assigneeId : null;
    }

    private void setClocks(Clocks next) {
        if (!next.deadlines().equals(clocks)) {
            clocks = next.deadlines();
            nextDueAt = next.nextDueAt();
            // Never too late, and where nights lie between too early: then the scan finds out when it really is.
            nextAnnouncementAt = announcements().next(next, OpenHours.EVERY_HOUR);
        }
    }

    private Announcements announcements() {
        return new Announcements(announced);
    }

    /** What is to be said now of the deadlines. */
    List<PassedStep> dueAnnouncements(OpenHours hours, Instant now) {
        return announcements().due(clocks(), hours, now);
    }

    /** Not a change of the order: its version stays. */
    void announced(List<PassedStep> said, OpenHours hours) {
        announced = announcements().with(said).said();
        nextAnnouncementAt = announcements().next(clocks(), hours);
    }

    /** The place of the next line on the timeline. */
    int nextSeq() {
        return ++lastSeq;
    }

    int lines() {
        return lastSeq;
    }

    WorkOrderFacts facts() {
        return OrderFacts.of(this);
    }

    Status status() {
        return status;
    }

    int round() {
        return round;
    }

    @Nullable
    UUID assigneeId() {
        return assigneeId;
    }

    @Nullable
    Hold hold() {
        return hold;
    }

    @Nullable
    Status heldIn() {
        return hold == null ? null : hold.heldIn();
    }

    @Nullable
    Resolution resolution() {
        return resolution;
    }

    @Nullable
    Closing closing() {
        return closing;
    }

    Clocks clocks() {
        return new Clocks(clocks);
    }

    @Nullable
    Instant nextDueAt() {
        return nextDueAt;
    }

    /** As it was when the order was read. */
    int urgency() {
        return urgency;
    }

    /** As it was when the order was read; null for one that is new. */
    @Nullable
    Instant attentionAt() {
        return attentionAt;
    }

    @Nullable
    UUID followUpId() {
        return followUpId;
    }

    long version() {
        return version;
    }
}
