package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes and reads the history of work orders. */
@ApplicationScoped
class Timeline {
    private final Session database;
    private final Accounts accounts;

    Timeline(Session database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    TimelineEntry step(WorkOrder order, Step step, Instant at, TimelineText text) {
        TimelineEntry entry = new TimelineEntry(order, step.verb().name(), step.by(), at, text)
                .moved(step, nameOf(step.onBehalfOf()));
        database.persist(entry);
        return entry;
    }

    /** The first line: the order has come to be. */
    void registered(WorkOrder order, Actor by, Instant at) {
        database.persist(new TimelineEntry(order, "REGISTER", by, at, TimelineText.NONE).moved(order.status()));
    }

    TimelineEntry line(WorkOrder order, String type, Actor by, Instant at, TimelineText text) {
        TimelineEntry entry = new TimelineEntry(order, type, by, at, text);
        database.persist(entry);
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

    List<TimelineEntry> visibleOf(WorkOrderId order) {
        return database.createQuery("""
                        from TimelineEntry e where e.workOrderId = :order
                        and (e.visible or e.toStatus is not null) order by e.seq
                        """, TimelineEntry.class)
                .setParameter("order", order.value())
                .getResultList();
    }
}
