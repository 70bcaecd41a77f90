package org.bihuan.frontdesk;

/** Who turned to whom: somebody to the desk, or the desk to somebody. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
