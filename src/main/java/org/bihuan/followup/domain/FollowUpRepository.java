package org.bihuan.followup.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.WorkOrderId;

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
