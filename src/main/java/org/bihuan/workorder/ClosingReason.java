package org.bihuan.workorder;

/** Why a work order is closed. Each tells the truth, and they are counted apart. */
public enum ClosingReason {
    VERIFIED,
    UNREACHABLE,
    REFUSED,
    NOT_SAMPLED,
    WAIVED
}
