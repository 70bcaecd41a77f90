package org.bihuan.workorder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.SearchQuery;
import org.jspecify.annotations.Nullable;

/** What other modules may do with the work orders of the present company. All of it joins the caller's transaction. */
public interface WorkOrders {
    /** How long after closing a matter can be reopened (domain.md, The life of a work order). */
    Duration REOPENABLE = Duration.ofDays(30);

    /**
     * Records a matter.
     *
     * @param actor whoever records it, the desk or an owner
     * @param pointer where in the caller's input the matter stands, in front of the pointers of errors; empty at the root
     * @throws InvalidInput when it names what does not exist
     */
    WorkOrderId open(Caller by, Actor actor, NewWorkOrder matter, String pointer);

    /**
     * What is wrong with what a matter names, for whoever cannot open it because something else is wrong already; parts of it
     * may be missing. Nothing is recorded.
     *
     * @param community where its place and reporter are looked for; null where nobody knows, then they are not
     * @param pointer as for {@link #open}
     */
    List<FieldError> check(NewWorkOrder matter, @Nullable UUID community, String pointer);

    /** As this caller sees them, in the order of the ids. */
    List<WorkOrderView> views(Caller by, List<WorkOrderId> ids);

    Optional<WorkOrderFacts> find(WorkOrderId id);

    Map<WorkOrderId, WorkOrderFacts> findAll(Collection<WorkOrderId> ids);

    /** What is meant by a query, in these communities; the best first, at most {@code limit}. */
    List<WorkOrderFacts> found(Set<UUID> communities, SearchQuery query, int limit);

    /** Not yet closed or cancelled, of these reporters or places, in these communities; the newest first, at most {@code limit}. */
    List<WorkOrderFacts> openOf(
            Collection<UUID> communities,
            Collection<UUID> residents,
            Collection<UUID> units,
            Collection<String> phones,
            int limit);

    /** Those of these buildings with so many open matters of one and the same category, recorded since then. */
    List<UUID> buildingsWithManyAlike(Collection<UUID> buildings, Instant since, int atLeast);

    /** Locks the order until the end of the transaction. @throws NotFound if there is none */
    WorkOrderFacts lock(WorkOrderId id);

    /** Who started or finished the work of the present round, also where the desk recorded it for them; for referrals nobody. */
    Map<WorkOrderId, Set<UUID>> workersOf(Collection<WorkOrderId> ids);

    /**
     * A completed order has a follow-up, and from now on the clock for it.
     *
     * @param opensAt from when somebody can be rung
     * @param dueAt until when, after that
     */
    void attachFollowUp(WorkOrderId id, UUID followUp, Instant opensAt, Instant dueAt);

    /** The follow-up is due at another time, because one was agreed on. */
    void moveFollowUp(WorkOrderId id, Instant dueAt);

    /** Somebody has rung, and need not again. If the order is closed or reopened without this, its clock is stopped, not met. */
    void meetFollowUp(WorkOrderId id);

    /** A completed order is closed with the outcome of its follow-up, or because the policy asks for none. */
    void close(WorkOrderId id, ClosingReason reason, Actor by, @Nullable String note);

    /** Whoever asks says that it is not settled: the next round. @throws org.bihuan.shared.NotNow when it cannot be reopened */
    void reopen(WorkOrderId id, Actor by, String reason);

    /** Adds a line to the timeline that changes nothing. */
    void note(WorkOrderId id, TimelineNote note);

    /**
     * @param type UPPER_SNAKE
     * @param visible whether the owner may read it
     */
    record TimelineNote(String type, Actor by, @Nullable String text, boolean visible, Map<String, Object> data) {}

    /** Matters a resident may follow: those they reported, and those of a unit from the time they lived there. */
    List<WorkOrderFacts> followedBy(Residence residence, @Nullable WorkOrderId before, int limit);

    /** How many matters a resident may follow. */
    long countFollowedBy(Residence residence);

    boolean mayFollow(Residence residence, WorkOrderId id);

    /** How these matters stand, for who waits for them; those that do not exist are left out. */
    Map<WorkOrderId, Progress> progress(Collection<WorkOrderId> ids);

    /**
     * How a matter stands.
     *
     * @param lines of its timeline so far; they can grow while the version stays
     * @param due when each running deadline is due, also of those that are overdue
     * @param nextCheckAt when somebody looks again after what is on hold
     */
    record Progress(
            WorkOrderFacts facts,
            int lines,
            Channel channel,
            @Nullable TimeWindow preferredWindow,
            Map<ClockName, Instant> due,
            @Nullable Instant nextCheckAt) {}

    /** @param stays in which units from when to when, the end excluded */
    record Residence(UUID residentId, List<Stay> stays) {}

    record Stay(UUID unitId, Instant from, Instant to) {}

    /**
     * What a message to the owner says besides the facts, as it stands in this very transaction; writes nothing yet.
     *
     * @throws NotFound if there is none
     */
    Prospect prospect(WorkOrderId id);

    /**
     * What an owner can look forward to.
     *
     * @param trackingUrl null when the link has ended
     * @param arriveBy when somebody has promised to be there; null where nobody comes, or is there
     */
    record Prospect(
            @Nullable String trackingUrl,
            @Nullable TimeWindow preferredWindow,
            @Nullable Instant arriveBy) {}

    /**
     * The newest of what the owner may read of the timeline, oldest first.
     *
     * @param limit at least 1
     */
    PublicTimeline publicTimeline(WorkOrderId id, PublicLines lines, int limit);

    /** When the newest line of a type was written. */
    Optional<Instant> lastLine(WorkOrderId id, String type);

    /** Which lines: all that is public, or only notes that are not the owner's own. */
    enum PublicLines {
        ALL,
        OUR_NOTES
    }

    /** @param truncated whether there are older lines */
    record PublicTimeline(List<PublicEntry> entries, boolean truncated) {}

    record PublicEntry(
            int seq,
            Instant at,
            String type,
            @Nullable Status to,
            @Nullable String note) {}

    /**
     * The order a tracking token opens; empty for tokens unknown, revoked or expired. Needs no company and enters that of the
     * token, so the caller opens its own transaction only after this.
     */
    Optional<WorkOrderId> track(String token);

    /** Makes the present tracking link worthless and gives the next one. */
    void renewTrackingLink(WorkOrderId id, Actor by);

    /** The verbs this actor may use now. */
    List<String> allowedActions(WorkOrderId id, Actor by);
}
