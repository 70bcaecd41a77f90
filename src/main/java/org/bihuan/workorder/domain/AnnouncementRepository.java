package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Staff.Colleague;
import org.bihuan.shared.CurrentTenant;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/** The orders of the present company that have something to announce, and what has been announced. */
@ApplicationScoped
class AnnouncementRepository {
    private final Session database;
    private final CurrentTenant tenant;

    AnnouncementRepository(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Locks those that are still due and that nobody else has in hand; whoever has the others will see to them. */
    List<WorkOrder> stillDue(Collection<UUID> ids, Instant now) {
        return database.createQuery("""
                        from WorkOrder w where w.id in :ids and w.nextAnnouncementAt <= :now
                        order by w.nextAnnouncementAt
                        """, WorkOrder.class)
                .setParameterList("ids", ids)
                .setParameter("now", now)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    /** @return whether this was new; else it had been said before */
    boolean add(UUID id, WorkOrder order, PassedStep passed, List<Colleague> audience, Instant now) {
        UUID[] accounts =
                audience.stream().map(Colleague::id).map(AccountId::value).toArray(UUID[]::new);
        return database.createNativeMutationQuery("""
                        insert into announcement (company_id, id, work_order_id, round, clock, due_at, percent,
                          passed_at, announced_at, audience)
                        values (:company, :id, :order, :round, :clock, :dueAt, :percent, :passedAt, :now, :audience)
                        on conflict (company_id, work_order_id, round, clock, due_at, percent) do nothing
                        """)
                        // What the session still holds has nothing to do with this row, so it is not written twice.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("company", tenant.id())
                        .setParameter("id", id)
                        .setParameter("order", order.workOrderId().value())
                        .setParameter("round", order.round())
                        .setParameter("clock", passed.deadline().name().name())
                        .setParameter("dueAt", passed.deadline().dueAt())
                        .setParameter("percent", passed.step().percent())
                        .setParameter("passedAt", passed.at())
                        .setParameter("now", now)
                        .setParameter("audience", accounts)
                        .executeUpdate()
                == 1;
    }

    /** Writes what was changed, so that what the database refuses is known here. */
    void flush() {
        database.flush();
    }

    /** So that an order that cannot be announced now is tried again, and meanwhile is in nobody's way. */
    void postpone(UUID order, Instant now, Instant until) {
        database.createNativeMutationQuery("""
                        update work_order set next_announcement_at = :until
                        where company_id = :company and id = :order and next_announcement_at <= :now
                        """)
                .setParameter("until", until)
                .setParameter("company", tenant.id())
                .setParameter("order", order)
                .setParameter("now", now)
                .executeUpdate();
    }
}
