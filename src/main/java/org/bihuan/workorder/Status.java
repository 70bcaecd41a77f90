package org.bihuan.workorder;

/** Where a work order stands in its life. */
public enum Status {
    REGISTERED,
    DISPATCHED,
    ACCEPTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    CLOSED,
    CANCELLED
}
