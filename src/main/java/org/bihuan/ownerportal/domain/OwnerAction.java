package org.bihuan.ownerportal.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bihuan.shared.NotNow;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrders;

/** What an owner can do about a matter they may follow. */
enum OwnerAction {
    REOPEN,
    RATE,
    URGE,
    NOTES;

    /** As it stands in paths and in {@code allowedActions}. */
    String action() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean isPossible(WorkOrderFacts order, Instant now) {
        Status status = order.status();
        return switch (this) {
            case REOPEN -> status == Status.COMPLETED || (status == Status.CLOSED && !isClosedTooLong(order, now));
            case RATE -> status == Status.COMPLETED || status == Status.CLOSED;
            case URGE -> isOpen(status);
            case NOTES -> isOpen(status) || status == Status.COMPLETED;
        };
    }

    private static boolean isOpen(Status status) {
        return switch (status) {
            case REGISTERED, DISPATCHED, ACCEPTED, IN_PROGRESS, ON_HOLD -> true;
            case COMPLETED, CLOSED, CANCELLED -> false;
        };
    }

    static boolean isClosedTooLong(WorkOrderFacts order, Instant now) {
        Instant closed = order.closedAt();
        return closed != null && now.isAfter(closed.plus(WorkOrders.REOPENABLE));
    }

    /** As clients name them. */
    static List<String> allowed(WorkOrderFacts order, Instant now) {
        return Arrays.stream(values())
                .filter(action -> action.isPossible(order, now))
                .map(OwnerAction::action)
                .toList();
    }

    /** @throws NotNow with what can be done instead */
    void requirePossible(WorkOrderFacts order, Instant now) {
        if (isPossible(order, now)) {
            return;
        }
        String status = order.status().name();
        List<String> allowed = allowed(order, now);
        throw this == REOPEN && order.status() == Status.CLOSED
                ? new NotNow("CLOSED_TOO_LONG_AGO", status, allowed, WorkOrders.REOPENABLE.toDays())
                : new NotNow("NOT_IN_THIS_STATUS", status, allowed, action(), status);
    }
}
