package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.TenantRepository;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ClockPolicyRepository implements TenantRepository<ClockPolicy> {
    private static final UUID NONE = new UUID(0, 0);

    /** The clocks of such a matter, by the rules in force: about a dozen. */
    ClockPlan plan(Kind kind, Priority priority, @Nullable UUID category) {
        List<ClockRule> rules = getSession()
                .createSelectionQuery("""
                        select c.kind, c.priority, c.categoryId, c.clock, c.allowedSeconds, c.aroundTheClock
                        from ClockPolicy c
                        where c.retiredAt is null and (c.kind is null or c.kind = :kind)
                          and (c.priority is null or c.priority = :priority)
                          and (c.categoryId is null or c.categoryId = :category)
                        """, ClockRule.class)
                .setParameter("kind", kind)
                .setParameter("priority", priority)
                .setParameter("category", category == null ? NONE : category)
                .getResultList();
        return ClockPlan.of(kind, priority, category, rules);
    }

    boolean isTaken(ClockScope scope) {
        return getSession()
                        .createSelectionQuery("""
                        select count(*) from ClockPolicy c where c.clock = :clock
                          and c.kind is not distinct from :kind and c.priority is not distinct from :priority
                          and c.categoryCode is not distinct from :category
                        """, Long.class)
                        .setParameter("clock", scope.clock())
                        .setParameter("kind", scope.kind(), Kind.class)
                        .setParameter("priority", scope.priority(), Priority.class)
                        .setParameter("category", scope.categoryCode(), String.class)
                        .getSingleResult()
                > 0;
    }
}
