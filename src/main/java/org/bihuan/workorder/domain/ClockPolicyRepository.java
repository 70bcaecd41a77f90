package org.bihuan.workorder.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ClockPolicyRepository implements PanacheRepositoryBase<ClockPolicy, UUID> {
    private static final UUID NONE = new UUID(0, 0);

    /** @throws NotFound if there is none */
    ClockPolicy load(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound if there is none */
    ClockPolicy loadForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

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

    /** In the order they were made. */
    List<ClockPolicy> page(@Nullable UUID after, int rows) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .page(0, rows)
                .list();
    }
}
