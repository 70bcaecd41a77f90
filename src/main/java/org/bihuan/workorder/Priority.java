package org.bihuan.workorder;

/** How urgent a matter is, the most urgent first. */
public enum Priority {
    EMERGENCY,
    URGENT,
    NORMAL,
    LOW
}
