package org.bihuan.followup.domain;

/** Whether it is fixed, as whoever was reached says. */
public enum Resolved {
    YES,
    PARTLY,
    NO
}
