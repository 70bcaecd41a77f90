package org.bihuan.workorder;

/** The deadlines a work order can have. */
public enum ClockName {
    DISPATCH,
    ACCEPT,
    ARRIVE,
    FIRST_ANSWER,
    FINISH,
    /** Until when the reporter is to be rung back; the only one that runs when the work is done. */
    FOLLOW_UP
}
