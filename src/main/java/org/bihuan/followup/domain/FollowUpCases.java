package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Puts follow-ups together with what other modules know about them, fetched once for all of them. */
@ApplicationScoped
class FollowUpCases {
    private final FollowUpRepository followUps;
    private final WorkOrders workOrders;
    private final Estate estate;
    private final Household household;
    private final Clock clock;

    FollowUpCases(
            FollowUpRepository followUps, WorkOrders workOrders, Estate estate, Household household, Clock clock) {
        this.followUps = followUps;
        this.workOrders = workOrders;
        this.estate = estate;
        this.household = household;
        this.clock = clock;
    }

    private record Known(
            Map<WorkOrderId, WorkOrderFacts> orders,
            Map<FollowUpId, List<Attempt>> attempts,
            Map<UUID, Estate.Resident> reporters,
            Map<UUID, Estate.Community> communities,
            Map<WorkOrderId, Set<UUID>> workers,
            List<FollowUp> answered) {}

    FollowUpCase of(Caller caller, FollowUp followUp) {
        return of(caller, List.of(followUp)).getFirst();
    }

    List<FollowUpCase> of(Caller caller, List<FollowUp> asked) {
        Known known = known(asked);
        Instant now = clock.instant();
        return asked.stream().map(followUp -> put(caller, followUp, known, now)).toList();
    }

    private Known known(List<FollowUp> asked) {
        Map<WorkOrderId, WorkOrderFacts> orders = asked.isEmpty()
                ? Map.of()
                : workOrders.findAll(asked.stream().map(FollowUp::workOrderId).collect(Collectors.toSet()));
        Set<UUID> reporters = orders.values().stream()
                .map(WorkOrderFacts::residentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<FollowUpId, List<Attempt>> attempts =
                followUps
                        .attemptsOf(asked.stream()
                                .map(followUp -> followUp.followUpId().value())
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Attempt::followUpId));
        Map<UUID, Estate.Community> communities = new HashMap<>();
        asked.forEach(followUp -> communities.computeIfAbsent(
                followUp.communityId(), id -> estate.community(id).orElseThrow(NotFound::new)));
        return new Known(
                orders,
                attempts,
                reporters.isEmpty() ? Map.of() : estate.residents(reporters),
                communities,
                workOrders.workersOf(orders.keySet()),
                followUps.answeredOf(laterRounds(asked)));
    }

    /** Those that may have been asked about before. */
    private static List<UUID> laterRounds(List<FollowUp> asked) {
        return asked.stream()
                .filter(followUp -> followUp.round() > 1)
                .map(followUp -> followUp.workOrderId().value())
                .toList();
    }

    private static @Nullable Verdict saidLastTime(FollowUp followUp, Known known) {
        return known.answered().stream()
                .filter(earlier -> earlier.workOrderId().equals(followUp.workOrderId()))
                .filter(earlier -> earlier.round() < followUp.round())
                .reduce((one, later) -> later)
                .map(FollowUp::verdict)
                .orElse(null);
    }

    private FollowUpCase put(Caller caller, FollowUp followUp, Known known, Instant now) {
        WorkOrderFacts order = Objects.requireNonNull(known.orders().get(followUp.workOrderId()));
        Estate.Community community = Objects.requireNonNull(known.communities().get(followUp.communityId()));
        List<Attempt> attempts = known.attempts().getOrDefault(followUp.followUpId(), List.of());
        boolean doubtful = isDoubtful(followUp, order, attempts, known);
        boolean othersWanted = followUp.isOpen() && (doubtful || order.reporterPhone() == null);
        LocalDate today = LocalDate.ofInstant(now, community.zone());
        return new FollowUpCase(
                followUp,
                order,
                attempts,
                followUp.isToBeCalled(now, community.callingHours()),
                doubtful,
                othersWanted ? household.otherPhones(order, today) : List.of(),
                saidLastTime(followUp, known),
                allowedActions(caller, followUp, known.workers().getOrDefault(order.id(), Set.of())));
    }

    /** A resident's own number is marked in the registry; of any other one only the attempts of this follow-up tell. */
    private static boolean isDoubtful(FollowUp followUp, WorkOrderFacts order, List<Attempt> attempts, Known known) {
        String phone = order.reporterPhone();
        if (phone == null) {
            return false;
        }
        Estate.Resident reporter =
                order.residentId() == null ? null : known.reporters().get(order.residentId());
        return (reporter != null && phone.equals(reporter.phone()))
                ? reporter.phoneDoubtful()
                : wasWrong(followUp, attempts, phone);
    }

    /** By the last attempt that tells. Early ones did not keep which number was rung: it was the reporter's. */
    private static boolean wasWrong(FollowUp followUp, List<Attempt> attempts, String phone) {
        return attempts.stream()
                .filter(attempt -> attempt.phone() == null || attempt.phone().equals(phone))
                .filter(attempt -> !followUp.isOvertaken(attempt))
                .map(Attempt::outcome)
                .filter(outcome -> outcome == Outcome.WRONG_NUMBER || outcome.isRightNumber())
                .reduce((earlier, later) -> later)
                .filter(outcome -> outcome == Outcome.WRONG_NUMBER)
                .isPresent();
    }

    private static List<String> allowedActions(Caller caller, FollowUp followUp, Set<UUID> workers) {
        List<String> actions = new ArrayList<>();
        if (!followUp.isOpen() || AttemptRules.isOwnWork(caller, workers)) {
            return actions;
        }
        actions.add("attempt");
        if (caller.manages(followUp.communityId())) {
            actions.add("waive");
        }
        return actions;
    }
}
