package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;

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
            Map<UUID, Estate.Community> communities) {}

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
        return new Known(orders, attempts, reporters.isEmpty() ? Map.of() : estate.residents(reporters), communities);
    }

    private FollowUpCase put(Caller caller, FollowUp followUp, Known known, Instant now) {
        WorkOrderFacts order = Objects.requireNonNull(known.orders().get(followUp.workOrderId()));
        Estate.Community community = Objects.requireNonNull(known.communities().get(followUp.communityId()));
        List<Attempt> attempts = known.attempts().getOrDefault(followUp.followUpId(), List.of());
        Collection<String> wrong = wrongNumbers(order, attempts);
        boolean doubtful = isDoubtful(order, wrong, known);
        boolean othersWanted = followUp.isOpen() && (doubtful || order.reporterPhone() == null);
        LocalDate today = LocalDate.ofInstant(now, community.zone());
        return new FollowUpCase(
                followUp,
                order,
                attempts,
                followUp.isToBeCalled(now, community.callingHours()),
                doubtful,
                othersWanted ? household.otherPhones(order, today, wrong) : List.of(),
                allowedActions(caller, followUp, order));
    }

    private static Collection<String> wrongNumbers(WorkOrderFacts order, List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.outcome() == Outcome.WRONG_NUMBER)
                .flatMap(
                        attempt -> Stream.ofNullable(attempt.phone() == null ? order.reporterPhone() : attempt.phone()))
                .collect(Collectors.toSet());
    }

    /** Wrong just now, or found to be so when somebody else rang. */
    private static boolean isDoubtful(WorkOrderFacts order, Collection<String> wrong, Known known) {
        String phone = order.reporterPhone();
        Estate.Resident reporter =
                order.residentId() == null ? null : known.reporters().get(order.residentId());
        return phone != null
                && (wrong.contains(phone)
                        || (reporter != null && reporter.phoneDoubtful() && phone.equals(reporter.phone())));
    }

    private static List<String> allowedActions(Caller caller, FollowUp followUp, WorkOrderFacts order) {
        List<String> actions = new ArrayList<>();
        if (followUp.isOpen() && !AttemptRules.isOwnWork(caller, order)) {
            actions.add("attempt");
        }
        if (followUp.isOpen() && caller.manages(followUp.communityId())) {
            actions.add("waive");
        }
        return actions;
    }
}
