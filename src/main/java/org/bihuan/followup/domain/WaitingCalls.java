package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.bihuan.followup.FollowUpId;
import org.bihuan.followup.PendingCalls;
import org.bihuan.workorder.WorkOrders;

/** Tells other modules which calls are still to be made. */
@ApplicationScoped
class WaitingCalls implements PendingCalls {
    private final FollowUpRepository followUps;
    private final WorkOrders workOrders;

    WaitingCalls(FollowUpRepository followUps, WorkOrders workOrders) {
        this.followUps = followUps;
        this.workOrders = workOrders;
    }

    @Override
    @Transactional
    public Optional<Waiting> waiting(FollowUpId id) {
        return followUps.findByIdOptional(id.value()).filter(FollowUp::isOpen).flatMap(this::waiting);
    }

    private Optional<Waiting> waiting(FollowUp followUp) {
        return workOrders
                .find(followUp.workOrderId())
                .map(order -> new Waiting(
                        followUp.followUpId(),
                        order,
                        followUp.attemptCount(),
                        followUp.notBefore(),
                        followUp.dueAt(),
                        followUp.isAgreed()));
    }
}
