package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.workorder.ReporterPhoneGiven;
import org.bihuan.workorder.WorkOrderFacts;

/**
 * Which numbers of a household reach somebody else. The mark belongs to the household and not to the number: of another family
 * with the same number in the registry, which may be theirs, a call for this one says nothing.
 */
@ApplicationScoped
class PhoneDoubts {
    private final FollowUpRepository followUps;
    private final Household household;
    private final Estate estate;

    PhoneDoubts(FollowUpRepository followUps, Household household, Estate estate) {
        this.followUps = followUps;
        this.household = household;
        this.estate = estate;
    }

    /** What an attempt says about the number that was rung. */
    void heard(NewAttempt attempt, WorkOrderFacts order, Instant now) {
        String dialled = attempt.phone();
        if (dialled == null) {
            return;
        }
        if (attempt.outcome() == Outcome.WRONG_NUMBER) {
            estate.doubtPhone(dialled, household(order, now), now);
        } else if (attempt.outcome().isRightNumber()) {
            estate.trustPhone(dialled, household(order, now), now);
        }
    }

    /** Who gives the number anew has been told that it is right, also when it is the same. */
    void given(@Observes ReporterPhoneGiven given) {
        WorkOrderFacts order = given.order();
        followUps.openOf(order.id()).ifPresent(followUp -> followUp.confirmPhone(given.at()));
        if (order.reporterPhone() != null) {
            estate.trustPhone(order.reporterPhone(), household(order, given.at()), given.at());
        }
    }

    private Set<UUID> household(WorkOrderFacts order, Instant now) {
        return estate.community(order.communityId())
                .map(community -> household.members(order, LocalDate.ofInstant(now, community.zone())))
                .orElse(Set.of());
    }
}
