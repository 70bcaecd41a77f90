package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.bihuan.calendar.CallWindow;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.estate.Estate;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.WorkOrderClosed;
import org.bihuan.workorder.WorkOrderCompleted;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderReopened;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Makes a follow-up when work is completed, and drops it when the matter goes on without the call. */
@ApplicationScoped
class FollowUpScheduling {
    private final FollowUpRepository followUps;
    private final PolicyRepository policies;
    private final WorkOrders workOrders;
    private final Catalogue catalogue;
    private final Estate estate;

    FollowUpScheduling(
            FollowUpRepository followUps,
            PolicyRepository policies,
            WorkOrders workOrders,
            Catalogue catalogue,
            Estate estate) {
        this.followUps = followUps;
        this.policies = policies;
        this.workOrders = workOrders;
        this.catalogue = catalogue;
        this.estate = estate;
    }

    /** By the policy in force now; later changes of it leave what is scheduled alone. */
    void decide(@Observes WorkOrderCompleted completed) {
        WorkOrderFacts order = completed.order();
        CompletedMatter matter = CompletedMatter.of(order, categoryCode(order.categoryId()), completed.resolution());
        PolicyChoice choice = PolicyChoice.of(matter, policies.inForce());
        if (Sampling.chooses(order.id(), order.round(), choice.sharePercent())) {
            schedule(order, choice, completed.at());
        } else {
            workOrders.close(order.id(), ClosingReason.NOT_SAMPLED, Actor.SYSTEM, null);
        }
    }

    private @Nullable String categoryCode(@Nullable UUID category) {
        Catalogue.Category known =
                category == null ? null : catalogue.categories(Set.of(category)).get(category);
        return known == null ? null : known.code();
    }

    private void schedule(WorkOrderFacts order, PolicyChoice choice, Instant completedAt) {
        CallWindow window = estate.community(order.communityId())
                .orElseThrow(() -> new IllegalStateException("a work order is of some community"))
                .callingHours()
                .window(completedAt, completedAt.plus(choice.dueWithin()));
        FollowUp followUp = new FollowUp(order, choice, window, completedAt);
        followUps.persist(followUp);
        workOrders.attachFollowUp(order.id(), followUp.followUpId().value(), followUp.notBefore(), followUp.dueAt());
        workOrders.note(order.id(), FollowUpLines.scheduled(followUp));
    }

    /** A manager closed the order itself: its timeline has the reason. */
    void drop(@Observes WorkOrderClosed closed) {
        if (closed.reason() == ClosingReason.WAIVED) {
            followUps.openOf(closed.order().id()).ifPresent(followUp -> followUp.waive(null, closed.at()));
        }
    }

    /** Desk or owner reopened it before the call: nobody was asked, and nothing pretends otherwise. */
    void drop(@Observes WorkOrderReopened reopened) {
        followUps.openOf(reopened.order().id()).ifPresent(followUp -> {
            followUp.waive("reopened", reopened.at());
            workOrders.note(reopened.order().id(), FollowUpLines.droppedByReopening(followUp));
        });
    }
}
