package org.bihuan.savedview;

/** The lists whose filters can be kept. */
public enum SavedList {
    WORK_ORDERS,
    FOLLOW_UPS,
    INTERACTIONS
}
