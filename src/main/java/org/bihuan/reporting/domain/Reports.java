package org.bihuan.reporting.domain;

import static org.bihuan.reporting.domain.GroupBy.AGE;
import static org.bihuan.reporting.domain.GroupBy.BUILDING;
import static org.bihuan.reporting.domain.GroupBy.CATEGORY;
import static org.bihuan.reporting.domain.GroupBy.CHANNEL;
import static org.bihuan.reporting.domain.GroupBy.DAY;
import static org.bihuan.reporting.domain.GroupBy.HOUR;
import static org.bihuan.reporting.domain.GroupBy.KIND;
import static org.bihuan.reporting.domain.GroupBy.MONTH;
import static org.bihuan.reporting.domain.GroupBy.NONE;
import static org.bihuan.reporting.domain.GroupBy.PRIORITY;
import static org.bihuan.reporting.domain.GroupBy.TECHNICIAN;
import static org.bihuan.reporting.domain.GroupBy.WEEK;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.ClosingReason;

/** All reports there are. What each figure means is said in words under the same names, see {@code src/docs/reports.md}. */
final class Reports {
    private static final String ALL = "true";
    private static final Set<GroupBy> CALLS = EnumSet.of(NONE, CHANNEL, HOUR, DAY, WEEK, MONTH);
    private static final Set<GroupBy> MATTERS =
            EnumSet.of(NONE, KIND, PRIORITY, CHANNEL, CATEGORY, BUILDING, HOUR, DAY, WEEK, MONTH);
    private static final Set<GroupBy> WORK =
            EnumSet.of(NONE, KIND, PRIORITY, CHANNEL, CATEGORY, BUILDING, TECHNICIAN, DAY, WEEK, MONTH);
    private static final Set<GroupBy> STANDING =
            EnumSet.of(NONE, AGE, KIND, PRIORITY, CHANNEL, CATEGORY, BUILDING, TECHNICIAN);

    static final List<Report> ALL_OF_THEM = List.of(
            interactions(),
            calls(),
            workOrders(),
            onTime(),
            stages(),
            backlog(),
            firstTimeFix(),
            reopening(),
            followUps(),
            satisfaction(),
            closingReasons(),
            possibleFalseCompletions());

    private Reports() {}

    static Optional<Report> named(String name) {
        return ALL_OF_THEM.stream().filter(report -> report.name().equals(name)).findFirst();
    }

    private static Report interactions() {
        String received = "g.direction = 'INBOUND'";
        return new Report(
                "interactions",
                Basis.INTERACTIONS,
                CALLS,
                List.of(
                        Figure.count("received", received),
                        Figure.share("withWorkOrders", received + " and g.with_orders", received)),
                List.of(Figure.count("OUTBOUND", "g.direction = 'OUTBOUND'")),
                List.of(Column.text("channel", "channel"), Column.text("direction", "direction")));
    }

    /** Three rings are 15 seconds (domain.md, The clocks). */
    private static Report calls() {
        String rang = "g.direction = 'INBOUND' and g.channel = 'CALL'";
        String known = rang + " and g.ring_seconds is not null";
        return new Report(
                "calls",
                Basis.INTERACTIONS,
                EnumSet.of(NONE, HOUR, DAY, WEEK, MONTH),
                List.of(
                        Figure.share("withinThreeRings", known + " and g.ring_seconds <= 15", known),
                        Figure.share("later", known + " and g.ring_seconds > 15", known)),
                List.of(Figure.count("RINGS_NOT_RECORDED", rang + " and g.ring_seconds is null")),
                List.of(Column.number("ringSeconds", "ring_seconds")));
    }

    private static Report workOrders() {
        return new Report(
                "work-orders",
                Basis.ORDERS,
                MATTERS,
                List.of(
                        Figure.count("registered", ALL),
                        Figure.share("closed", "g.status = 'CLOSED'", ALL),
                        Figure.share("cancelled", "g.status = 'CANCELLED'", ALL)),
                List.of(),
                List.of(
                        Column.text("kind", "kind"),
                        Column.text("channel", "channel"),
                        Column.text("priority", "priority"),
                        Column.text("category", "category"),
                        Column.text("status", "status")));
    }

    private static Report onTime() {
        List<Figure> figures = new ArrayList<>();
        for (ClockName clock : EnumSet.complementOf(EnumSet.of(ClockName.FOLLOW_UP))) {
            String name = switch (clock) {
                case DISPATCH -> "dispatch";
                case ACCEPT -> "accept";
                case ARRIVE -> "arrive";
                case FIRST_ANSWER -> "firstAnswer";
                case FINISH -> "finish";
                case FOLLOW_UP -> "followUp";
            };
            String its = "g.clock = '" + clock + "' and g.outcome ";
            String decided = its + "in ('ON_TIME', 'LATE')";
            figures.add(Figure.share(name + "OnTime", its + "= 'ON_TIME'", decided));
            figures.add(Figure.share(name + "Late", its + "= 'LATE'", decided));
        }
        return new Report(
                "on-time",
                Basis.CLOCKS,
                WORK,
                List.copyOf(figures),
                List.of(
                        Figure.sum("PAUSED", "g.paused_seconds > 0", "g.paused_seconds"),
                        outcome("NOT_NEEDED"),
                        outcome("WITHDRAWN"),
                        outcome("ON_HOLD"),
                        outcome("RUNNING")),
                List.of(
                        Column.text("clock", "clock"),
                        Column.number("round", "round"),
                        Column.text("outcome", "outcome"),
                        Column.instant("startedAt", "started_at"),
                        Column.instant("dueAt", "due_at"),
                        Column.instant("metAt", "met_at"),
                        new Column("paused", Column.Type.DURATION, "g.paused_seconds")));
    }

    private static Figure outcome(String name) {
        return Figure.count(name, "g.outcome = '" + name + "'");
    }

    private static Report stages() {
        return new Report(
                "stages",
                Basis.ROUNDS,
                WORK,
                List.of(
                        Figure.duration("dispatch", "began_at", "dispatched_at"),
                        Figure.duration("accept", "dispatched_at", "accepted_at"),
                        Figure.duration("arrive", "accepted_at", "started_at"),
                        Figure.duration("work", "started_at", "completed_at"),
                        Figure.duration("complete", "began_at", "completed_at"),
                        Figure.duration("close", "completed_at", "closed_at"),
                        Figure.duration("whole", "began_at", "closed_at")),
                List.of(
                        Figure.count("UNFINISHED", "g.completed_at is null and g.cancelled_at is null"),
                        Figure.count("CANCELLED", "g.cancelled_at is not null")),
                List.of(
                        Column.number("round", "round"),
                        Column.duration("dispatch", "began_at", "dispatched_at"),
                        Column.duration("accept", "dispatched_at", "accepted_at"),
                        Column.duration("arrive", "accepted_at", "started_at"),
                        Column.duration("work", "started_at", "completed_at"),
                        Column.duration("complete", "began_at", "completed_at"),
                        Column.duration("close", "completed_at", "closed_at"),
                        Column.duration("whole", "began_at", "closed_at")));
    }

    private static Report backlog() {
        return new Report(
                "backlog",
                Basis.BACKLOG,
                STANDING,
                List.of(
                        Figure.count("open", "g.open"),
                        Figure.share("unassigned", "g.status = 'REGISTERED'", "g.open"),
                        Figure.share("onHold", "g.status = 'ON_HOLD'", "g.open"),
                        Figure.share("overdue", "g.open and g.overdue", "g.open"),
                        Figure.count("awaitingFollowUp", "not g.open")),
                List.of(),
                List.of(
                        Column.text("status", "status"),
                        Column.instant("nextDueAt", "next_due_at"),
                        Column.duration("age", "at", "now")));
    }

    /** Whether it holds is known 30 days after completion, the time in which a matter can be reopened. */
    private static Report firstTimeFix() {
        String done = "g.round = 1 and g.completed_at is not null and g.cancelled_at is null";
        String worked = done + " and g.resolution = 'DONE'";
        String known = worked + " and g.completed_at + interval '30 days' <= cast(:now as timestamptz)";
        String held = "(g.reopened_at is null or g.reopened_at > g.completed_at + interval '30 days')";
        return new Report(
                "first-time-fix",
                Basis.ROUNDS,
                WORK,
                List.of(
                        Figure.share("fixed", known + " and " + held, known),
                        Figure.share("notFixed", known + " and not " + held, known)),
                List.of(
                        Figure.count(
                                "TOO_YOUNG",
                                worked + " and g.completed_at + interval '30 days' > cast(:now as timestamptz)"),
                        Figure.count("NOT_WORKED_ON", done + " and g.resolution <> 'DONE'"),
                        Figure.count("UNFINISHED", "g.round = 1 and g.completed_at is null and g.cancelled_at is null"),
                        Figure.count("CANCELLED", "g.round = 1 and g.cancelled_at is not null")),
                List.of(
                        Column.instant("completedAt", "completed_at"),
                        Column.instant("reopenedAt", "reopened_at"),
                        Column.text("resolution", "resolution")));
    }

    private static Report reopening() {
        String completed = "g.completed_at is not null";
        String reopened = "g.reopened_at is not null";
        return new Report(
                "reopening",
                Basis.ROUNDS,
                WORK,
                List.of(
                        Figure.count("completed", completed),
                        Figure.share("reopened", reopened, completed),
                        Figure.share("onFollowUp", reopened + " and g.contradicted", completed),
                        Figure.share("byOwner", reopened + " and g.reopened_by = 'OWNER'", completed),
                        Figure.share("afterClosing", reopened + " and g.closed_at is not null", completed)),
                List.of(
                        Figure.count("UNFINISHED", "g.completed_at is null and g.cancelled_at is null"),
                        Figure.count("CANCELLED", "g.cancelled_at is not null")),
                List.of(
                        Column.number("round", "round"),
                        Column.instant("completedAt", "completed_at"),
                        Column.instant("reopenedAt", "reopened_at"),
                        Column.text("verdict", "verdict_resolved")));
    }

    private static Report followUps() {
        String due = "g.state = 'DUE'";
        String reached = "g.last_outcome = 'REACHED'";
        return new Report(
                "follow-ups",
                Basis.FOLLOW_UPS,
                WORK,
                List.of(
                        Figure.count("due", due),
                        Figure.share("made", due + " and g.attempt_count > 0", due),
                        Figure.share("madeInTime", due + " and g.in_time", due),
                        Figure.share("reached", due + " and " + reached, due),
                        Figure.share("resolvedYes", reached + " and g.verdict_resolved = 'YES'", reached),
                        Figure.share("resolvedPartly", reached + " and g.verdict_resolved = 'PARTLY'", reached),
                        Figure.share("resolvedNo", reached + " and g.verdict_resolved = 'NO'", reached),
                        Figure.share("refused", due + " and g.last_outcome = 'REFUSED'", due),
                        Figure.share("unreachable", "g.status = 'EXHAUSTED'", due)),
                List.of(
                        Figure.count("NOT_YET_DUE", "g.state = 'NOT_YET_DUE'"),
                        Figure.count("WAIVED", "g.state = 'WAIVED'")),
                List.of(
                        Column.text("workOrderId", "work_order_id"),
                        Column.number("round", "round"),
                        Column.text("status", "status"),
                        Column.text("policyReason", "policy_reason"),
                        Column.instant("dueAt", "due_at"),
                        Column.number("attempts", "attempt_count"),
                        Column.text("lastOutcome", "last_outcome"),
                        Column.text("verdict", "verdict_resolved")));
    }

    private static Report satisfaction() {
        String asked = "g.verdict_satisfaction is not null";
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.mean("satisfaction", asked, "g.verdict_satisfaction"));
        for (int stars = 1; stars <= 5; stars++) {
            figures.add(Figure.share("satisfaction" + stars, "g.verdict_satisfaction = " + stars, asked));
        }
        return new Report(
                "satisfaction",
                Basis.FOLLOW_UPS,
                WORK,
                List.copyOf(figures),
                List.of(Figure.count("NOT_ASKED", "g.verdict_satisfaction is null")),
                List.of(
                        Column.text("workOrderId", "work_order_id"),
                        Column.number("round", "round"),
                        Column.number("satisfaction", "verdict_satisfaction"),
                        Column.text("verdict", "verdict_resolved")));
    }

    private static Report closingReasons() {
        String closed = "g.closed_at is not null";
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.count("closed", closed));
        for (ClosingReason reason : ClosingReason.values()) {
            String name = switch (reason) {
                case VERIFIED -> "verified";
                case UNREACHABLE -> "unreachable";
                case REFUSED -> "refused";
                case NOT_SAMPLED -> "notSampled";
                case WAIVED -> "waived";
            };
            figures.add(Figure.share(name, closed + " and g.closing_reason = '" + reason + "'", closed));
        }
        return new Report(
                "closing-reasons",
                Basis.ROUNDS,
                WORK,
                List.copyOf(figures),
                List.of(
                        Figure.count("NOT_CLOSED", "g.closed_at is null and g.cancelled_at is null"),
                        Figure.count("CANCELLED", "g.cancelled_at is not null")),
                List.of(
                        Column.number("round", "round"),
                        Column.instant("closedAt", "closed_at"),
                        Column.text("reason", "closing_reason")));
    }

    /** Under a minute, arrival and completion were told in one breath; under five, little can have been done (house rules). */
    private static Report possibleFalseCompletions() {
        String done = "g.completed_at is not null and g.resolution = 'DONE'";
        String suspect = "(g.no_arrival or g.too_quick or g.contradicted)";
        return new Report(
                "possible-false-completions",
                Basis.ROUNDS,
                WORK,
                List.of(
                        Figure.share("possible", done + " and " + suspect, done),
                        Figure.share("tooQuick", done + " and g.too_quick", done),
                        Figure.share("noArrival", done + " and g.no_arrival", done),
                        Figure.share("contradicted", done + " and g.contradicted", done)),
                List.of(Figure.count("NOT_WORKED_ON", "g.completed_at is not null and g.resolution <> 'DONE'")),
                List.of(
                        Column.number("round", "round"),
                        new Column("reasons", Column.Type.LIST, """
                            concat_ws(',', case when g.no_arrival then 'NO_ARRIVAL' end,
                              case when g.too_quick then 'TOO_QUICK' end,
                              case when g.contradicted then 'CONTRADICTED' end)\
                            """),
                        Column.instant("startedAt", "last_started_at"),
                        Column.instant("completedAt", "completed_at"),
                        Column.duration("work", "last_started_at", "completed_at"),
                        Column.text("verdict", "verdict_resolved"),
                        Column.text("technicianId", "technician")));
    }
}
