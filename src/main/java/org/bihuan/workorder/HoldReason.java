package org.bihuan.workorder;

/** Why work waits. */
public enum HoldReason {
    WAITING_OWNER,
    WAITING_PARTS,
    WAITING_CONTRACTOR,
    WAITING_CONSENT,
    WAITING_NEIGHBOUR,
    OTHER
}
