package org.bihuan.workorder;

/** How a deadline stands. */
public enum ClockState {
    RUNNING,
    PAUSED,
    OVERDUE,
    MET,
    MISSED,
    STOPPED
}
