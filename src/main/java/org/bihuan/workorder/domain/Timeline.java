package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Verb;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderRecorded;
import org.bihuan.workorder.WorkOrders.PublicLines;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes and reads the history of work orders. */
@ApplicationScoped
class Timeline {
    private final Session database;
    private final Accounts accounts;
    private final Event<WorkOrderRecorded> recorded;

    Timeline(Session database, Accounts accounts, Event<WorkOrderRecorded> recorded) {
        this.database = database;
        this.accounts = accounts;
        this.recorded = recorded;
    }

    TimelineEntry step(WorkOrder order, Step step, Instant at, TimelineText text) {
        TimelineEntry entry = new TimelineEntry(order, step.verb().name(), step.by(), at, text)
                .moved(step, nameOf(step.onBehalfOf()));
        return add(order, entry, step.by(), step.previousAssignee());
    }

    /** The order has come to be: stores it with its first line, which it counts already, so that it is written once. */
    void registered(WorkOrder order, Actor by, Instant at) {
        TimelineEntry entry = new TimelineEntry(order, "REGISTER", by, at, TimelineText.NONE).moved(order.status());
        database.persist(order);
        add(order, entry, by, null);
    }

    TimelineEntry line(WorkOrder order, String type, Actor by, Instant at, TimelineText text) {
        return add(order, new TimelineEntry(order, type, by, at, text), by, order.assigneeId());
    }

    private TimelineEntry add(WorkOrder order, TimelineEntry entry, Actor by, @Nullable UUID previousAssignee) {
        database.persist(entry);
        recorded.fire(new WorkOrderRecorded(order.facts(), entry.line(by, previousAssignee)));
        return entry;
    }

    private @Nullable String nameOf(@Nullable UUID account) {
        return account == null
                ? null
                : accounts.find(new AccountId(account))
                        .map(Accounts.Person::displayName)
                        .orElse(null);
    }

    List<TimelineEntry> after(WorkOrderId order, int seq, int rows) {
        return database.createQuery(
                        "from TimelineEntry e where e.workOrderId = :order and e.seq > :seq order by e.seq",
                        TimelineEntry.class)
                .setParameter("order", order.value())
                .setParameter("seq", seq)
                .setMaxResults(rows)
                .getResultList();
    }

    long count(WorkOrderId order) {
        return database.createQuery("select count(*) from TimelineEntry e where e.workOrderId = :order", Long.class)
                .setParameter("order", order.value())
                .getSingleResult();
    }

    /** By order, who started or finished the work of its present round: whom it was recorded for, else who recorded it. */
    Map<WorkOrderId, Set<UUID>> workersOf(Collection<WorkOrderId> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return database
                .createQuery("""
                        select e.workOrderId, coalesce(e.behalfId, e.actorId)
                        from TimelineEntry e join WorkOrder w on w.id = e.workOrderId and w.round = e.round
                        where e.workOrderId in :orders and e.type in :work
                          and (e.behalfId is not null or e.actorId is not null)
                        """, Object[].class)
                .setParameterList(
                        "orders", orders.stream().map(WorkOrderId::value).toList())
                .setParameterList("work", List.of(Verb.START.name(), Verb.COMPLETE.name()))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new WorkOrderId((UUID) row[0]),
                        Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
    }

    Set<UUID> workersOf(WorkOrderId order) {
        return workersOf(List.of(order)).getOrDefault(order, Set.of());
    }

    /** The newest first. */
    List<TimelineEntry> visibleOf(WorkOrderId order, PublicLines lines, int rows) {
        String which = switch (lines) {
            case ALL -> "(e.visible or e.toStatus is not null)";
            case OUR_NOTES -> "e.visible and e.note is not null and e.actorRole <> '" + Capacity.OWNER.role() + "'";
        };
        return database.createQuery(
                        "from TimelineEntry e where e.workOrderId = :order and " + which + " order by e.seq desc",
                        TimelineEntry.class)
                .setParameter("order", order.value())
                .setMaxResults(rows)
                .getResultList();
    }

    Optional<Instant> lastLine(WorkOrderId order, String type) {
        return Optional.ofNullable(database.createQuery(
                        "select max(e.at) from TimelineEntry e where e.workOrderId = :order and e.type = :type",
                        Instant.class)
                .setParameter("order", order.value())
                .setParameter("type", type)
                .getSingleResultOrNull());
    }
}
