package org.bihuan.followup.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Paging;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FollowUpRepository implements PanacheRepositoryBase<FollowUp, UUID> {
    /** What a follow-up is about, read without holding it, so that its work order can be locked first. */
    record Whereabouts(UUID communityId, UUID workOrderId) {}

    Optional<Whereabouts> whereabouts(FollowUpId id) {
        return getSession()
                .createQuery("select f.communityId, f.workOrderId from FollowUp f where f.id = :id", Whereabouts.class)
                .setParameter("id", id.value())
                .uniqueResultOptional();
    }

    /** @throws NotFound if there is none */
    FollowUp load(FollowUpId id) {
        return findByIdOptional(id.value()).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound if there is none */
    FollowUp loadForChange(FollowUpId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** The one that still waits for its call, locked. */
    Optional<FollowUp> openOf(WorkOrderId order) {
        return find("workOrderId = ?1 and status = ?2", order.value(), FollowUpStatus.SCHEDULED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** By the time they are due. */
    List<FollowUp> page(FollowUpQuery wanted, Collection<UUID> visible, Paging.@Nullable Position after, int rows) {
        String beyond = after == null ? "" : " and (f.dueAt, f.id) > (:afterDue, :afterId)";
        var query = bind(
                "from FollowUp f where " + conditions(wanted) + beyond + " order by f.dueAt, f.id",
                FollowUp.class,
                wanted,
                visible);
        if (after != null) {
            query.setParameter("afterDue", after.instant(0)).setParameter("afterId", after.id(1));
        }
        return query.setMaxResults(rows).getResultList();
    }

    long count(FollowUpQuery wanted, Collection<UUID> visible) {
        return bind("select count(*) from FollowUp f where " + conditions(wanted), Long.class, wanted, visible)
                .getSingleResult();
    }

    private static String conditions(FollowUpQuery wanted) {
        String community = wanted.communityId == null ? "" : " and f.communityId = :community";
        String due = wanted.dueBefore == null ? "" : " and f.dueAt < :due";
        // Written out and not bound, so that the index of those that wait for their call can be used.
        String status = wanted.status.isEmpty()
                ? ""
                : wanted.status.stream()
                        .distinct()
                        .map(one -> one.name())
                        .collect(Collectors.joining(", ", " and f.status in (", ")"));
        return "f.communityId in :visible" + community + due + status;
    }

    private <T> SelectionQuery<T> bind(String hql, Class<T> type, FollowUpQuery wanted, Collection<UUID> visible) {
        SelectionQuery<T> query = getSession().createSelectionQuery(hql, type);
        query.setParameterList("visible", visible);
        if (wanted.communityId != null) {
            query.setParameter("community", wanted.communityId);
        }
        @Nullable Instant due = wanted.dueBefore;
        if (due != null) {
            query.setParameter("due", due);
        }
        return query;
    }

    /** Of all these work orders, what was said in any round, the earliest first. */
    List<FollowUp> answeredOf(Collection<UUID> workOrders) {
        return workOrders.isEmpty()
                ? List.of()
                : list("workOrderId in ?1 and verdict.resolved is not null order by round", workOrders);
    }

    void add(Attempt attempt) {
        getSession().persist(attempt);
    }

    /** Of all these, in the order they were made. */
    List<Attempt> attemptsOf(Collection<UUID> followUps) {
        return followUps.isEmpty()
                ? List.of()
                : getSession()
                        .createSelectionQuery(
                                "from Attempt a where a.followUpId in :ids order by a.followUpId, a.seq", Attempt.class)
                        .setParameterList("ids", followUps)
                        .getResultList();
    }
}
