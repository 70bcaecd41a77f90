package org.bihuan.workorder;

/** What sort of matter a work order is. */
public enum Kind {
    REPAIR,
    COMPLAINT,
    VISIT,
    INQUIRY,
    SUGGESTION,
    HAZARD
}
