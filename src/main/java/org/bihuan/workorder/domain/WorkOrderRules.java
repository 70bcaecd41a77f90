package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotNow;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** The rules of a work order's life that are more than the table of moves. Each has its name, its code and its test. */
final class WorkOrderRules {
    private WorkOrderRules() {}

    /**
     * Only a legal move is made, and only by who may make it.
     *
     * @throws Forbidden when this capacity can never do it, or not in this status
     * @throws NotNow when it cannot be done in this status at all
     */
    static Move requireLegal(Verb verb, Capacity capacity, WorkOrder order, Instant now) {
        if (!Moves.isEverFor(verb, Set.of(capacity))) {
            throw new Forbidden("NOT_YOUR_MOVE", verb.action());
        }
        Move move = Moves.find(verb, order.status(), order.heldIn(), order.kind())
                .orElseThrow(() -> notNow(verb, Set.of(capacity), order, now));
        if (capacity != Capacity.SYSTEM && !move.who().contains(capacity)) {
            throw new Forbidden("NOT_YOUR_MOVE", verb.action());
        }
        return move;
    }

    static NotNow notNow(Verb verb, Set<Capacity> capacities, WorkOrder order, Instant now) {
        boolean repairAnswered = verb == Verb.COMPLETE && order.status() == Status.REGISTERED;
        String rule = repairAnswered ? "SOMEBODY_MUST_GO_AND_SEE" : "NOT_IN_THIS_STATUS";
        return new NotNow(
                rule,
                order.status().name(),
                actions(order, capacities, now),
                verb.action(),
                order.status().name());
    }

    /** What somebody in these capacities may do now, as clients name it. */
    static List<String> actions(WorkOrder order, Set<Capacity> capacities, Instant now) {
        return Moves.from(order.status(), order.heldIn(), order.kind()).stream()
                .filter(move -> move.verb() != Verb.REOPEN || isStillReopenable(order, now))
                .filter(move -> move.who().stream().anyMatch(capacities::contains))
                .map(move -> move.verb().action())
                .toList();
    }

    private static boolean isStillReopenable(WorkOrder order, Instant now) {
        Closing closing = order.closing();
        return closing == null || !now.isAfter(closing.at().plus(WorkOrders.REOPENABLE));
    }

    /** A matter that was closed longer ago is a new matter. */
    static void requireStillReopenable(WorkOrder order, Instant now) {
        if (!isStillReopenable(order, now)) {
            throw new NotNow("CLOSED_TOO_LONG_AGO", order.status().name(), List.of(), WorkOrders.REOPENABLE.toDays());
        }
    }

    /** Nobody decides that an owner is not asked about their own work. @throws Forbidden for who did it */
    static void requireNotOwnWork(UUID account, Set<UUID> workers) {
        if (workers.contains(account)) {
            throw new Forbidden("OWN_WORK");
        }
    }

    /** Dispatching to whom it is dispatched already would only hide that nobody moved. */
    static void requireSomebodyElse(WorkOrder order, UUID assignee) {
        boolean theirsAlready = assignee.equals(order.assigneeId()) && order.status() != Status.ON_HOLD;
        if (theirsAlready) {
            throw InvalidInput.invalid("/assigneeId", "ALREADY_THEIRS");
        }
    }

    /** What the desk answers on the spot is told apart from what somebody went and did. */
    static ResolutionCode requireFittingCode(WorkOrder order, @Nullable ResolutionCode given) {
        ResolutionCode fitting =
                order.status() == Status.REGISTERED ? ResolutionCode.ANSWERED_AT_DESK : ResolutionCode.DONE;
        if (given != null && given != fitting) {
            throw InvalidInput.invalid("/code", "CODE_DOES_NOT_FIT", fitting.name());
        }
        if (given == null && fitting == ResolutionCode.ANSWERED_AT_DESK) {
            throw InvalidInput.invalid("/code", "REQUIRED");
        }
        return fitting;
    }

    static void requireInTheFuture(String pointer, Instant time, Instant now) {
        if (!time.isAfter(now)) {
            throw InvalidInput.invalid(pointer, "NOT_IN_THE_FUTURE");
        }
    }

    /** A category belongs to one kind of matter. */
    static void requireSameKind(String pointer, Kind kind, String categoryKind) {
        if (!kind.name().equals(categoryKind)) {
            throw InvalidInput.invalid(pointer, "CATEGORY_OF_ANOTHER_KIND", categoryKind);
        }
    }
}
