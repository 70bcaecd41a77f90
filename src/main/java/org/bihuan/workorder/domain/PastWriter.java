package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes orders of the past with their timelines. Every line says that it was imported; nobody is told of any, no clock runs and
 * no follow-up is claimed.
 */
@ApplicationScoped
class PastWriter {
    /** So many are held in memory at once. */
    private static final int AT_A_TIME = 200;

    private final Session database;
    private final CurrentTenant tenant;
    private final WorkOrderRepository orders;
    private final WorkOrderWords words;
    private final Clock clock;

    PastWriter(Session database, CurrentTenant tenant, WorkOrderRepository orders, WorkOrderWords words, Clock clock) {
        this.database = database;
        this.tenant = tenant;
        this.orders = orders;
        this.words = words;
        this.clock = clock;
    }

    /** Of two files at once in one company the second waits for the first. */
    void waitForOthers() {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) l", Integer.class)
                .setParameter("name", "work orders of the past " + tenant.id())
                .getSingleResult();
    }

    void write(Caller by, List<PastOrder> past) {
        Actor importer = Actor.of(by, by.is(Role.MANAGER) ? Capacity.MANAGER : Capacity.SYSTEM);
        Instant now = clock.instant();
        Iterator<Long> serials = orders.nextSerials(past.size()).iterator();
        for (int from = 0; from < past.size(); from += AT_A_TIME) {
            List<PastOrder> some = past.subList(from, Math.min(from + AT_A_TIME, past.size()));
            writeSome(some.stream()
                    .map(order -> new Lines(new WorkOrder(OrderNumber.of(serials.next()), order), order)
                            .written(importer, now))
                    .toList());
        }
    }

    /** First the orders and then the lines, so that many of a kind go to the database together. */
    private void writeSome(List<Lines> some) {
        some.forEach(one -> database.persist(one.order));
        some.forEach(one -> one.lines.forEach(database::persist));
        database.flush();
        words.fill(some.stream().map(one -> one.order.facts()).toList());
        database.clear();
    }

    /** The lines of one order, from status to status as far as anybody knows. */
    private static final class Lines {
        private final WorkOrder order;
        private final PastOrder past;
        private final List<TimelineEntry> lines = new ArrayList<>();
        private Status status = Status.REGISTERED;

        Lines(WorkOrder order, PastOrder past) {
            this.order = order;
            this.past = past;
        }

        Lines written(Actor importer, Instant now) {
            PastRow.Times times = past.row().times();
            lines.add(new TimelineEntry(order, "REGISTER", Actor.SYSTEM, times.created(), imported(Map.of()))
                    .moved(Status.REGISTERED));
            step(Verb.DISPATCH, times.dispatched(), Status.DISPATCHED);
            step(Verb.ACCEPT, times.accepted(), Status.ACCEPTED);
            step(Verb.START, times.arrived(), Status.IN_PROGRESS);
            if (past.row().end().cancelled()) {
                cancelled(times.ended());
            } else {
                completed(Objects.requireNonNull(times.completed()));
                closed(times.ended());
            }
            Map<String, Object> source = Map.of("externalId", past.row().externalId());
            lines.add(new TimelineEntry(order, "IMPORT", importer, now, TimelineText.data(source)));
            return this;
        }

        private void step(Verb verb, @Nullable Instant at, Status to) {
            if (at != null) {
                line(verb, at, to, imported(worker()));
            }
        }

        private void cancelled(Instant at) {
            String why = past.row().end().note();
            line(Verb.CANCEL, at, Status.CANCELLED, with(imported(Map.of()), why, null, false));
        }

        private void completed(Instant at) {
            Resolution resolution = Objects.requireNonNull(order.resolution());
            Map<String, Object> data = new LinkedHashMap<>(worker());
            data.put("resolution", resolution);
            line(
                    resolution.code() == ResolutionCode.REFERRED ? Verb.REFER : Verb.COMPLETE,
                    at,
                    Status.COMPLETED,
                    with(imported(data), null, resolution.text(), true));
        }

        private void closed(Instant at) {
            PastRow.End end = past.row().end();
            ClosingReason reason = Objects.requireNonNull(end.reason());
            line(Verb.CLOSE, at, Status.CLOSED, with(imported(Map.of()), reason.name(), end.note(), false));
        }

        private void line(Verb verb, Instant at, Status to, TimelineText text) {
            boolean theirs = verb == Verb.ACCEPT || verb == Verb.START || verb == Verb.COMPLETE;
            UUID worker = theirs ? past.workerId() : null;
            Step step = new Step(verb, Actor.SYSTEM, worker, null, status, to, order.round());
            lines.add(new TimelineEntry(order, verb.name(), Actor.SYSTEM, at, text)
                    .moved(step, worker == null ? null : past.workerName()));
            status = to;
        }

        private Map<String, Object> worker() {
            String name = past.workerName();
            return name == null ? Map.of() : Map.of("assigneeName", name);
        }
    }

    private static TimelineText imported(Map<String, Object> data) {
        return TimelineText.data(data).with("imported", true);
    }

    private static TimelineText with(
            TimelineText text, @Nullable String reason, @Nullable String note, boolean visible) {
        return new TimelineText(reason, note, visible, text.data());
    }
}
