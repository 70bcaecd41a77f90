package org.bihuan.workorder;

/** The deadlines a work order can have. */
public enum ClockName {
    DISPATCH,
    ACCEPT,
    ARRIVE,
    FIRST_ANSWER,
    FINISH
}
