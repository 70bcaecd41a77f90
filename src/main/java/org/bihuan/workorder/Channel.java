package org.bihuan.workorder;

/** How somebody reached the desk. */
public enum Channel {
    CALL,
    VISIT,
    WECHAT,
    EMAIL,
    PORTAL,
    PATROL,
    OTHER
}
