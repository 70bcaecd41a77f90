package org.bihuan.followup.domain;

/** What an attempt comes to for the work order. */
enum Consequence {
    STAYS_OPEN,
    VERIFIED,
    NOT_RESOLVED,
    REFUSED,
    UNREACHABLE
}
