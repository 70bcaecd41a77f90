package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.bihuan.company.CompanyCreated;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.Ids;
import org.hibernate.Session;

/** Gives a new company the clock policies it starts with. */
@ApplicationScoped
class FirstClockPolicies {
    private final Session database;
    private final Clock clock;

    FirstClockPolicies(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void fill(@Observes CompanyCreated created) {
        ClockDefaults.ALL.forEach(start -> insert(created.company(), start));
    }

    private void insert(CompanyId company, ClockDefaults.Start start) {
        database.createNativeMutationQuery("""
                        insert into clock_policy (company_id, id, kind, priority, clock, allowed_seconds,
                          around_the_clock, source, created_at, updated_at)
                        values (:company, :id, :kind, :priority, :clock, :allowed, :always, :source, :now, :now)
                        """)
                .setParameter("company", company.value())
                .setParameter("id", Ids.next())
                .setParameter("kind", start.kind() == null ? null : start.kind().name(), String.class)
                .setParameter("priority", start.priority().name())
                .setParameter("clock", start.clock().name())
                .setParameter("allowed", start.allowance().duration().toSeconds())
                .setParameter("always", start.allowance().aroundTheClock())
                .setParameter("source", start.source())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
