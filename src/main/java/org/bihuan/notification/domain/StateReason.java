package org.bihuan.notification.domain;

/** Why a message has not been sent. */
public enum StateReason {
    /** Nobody knows where to send it. */
    NO_ADDRESS,
    /** No mail server has been set. */
    NO_MAIL_SERVER,
    /** Its reader has switched this kind off. */
    NOT_WISHED,
    /** What it says is no longer so. */
    OVERTAKEN,
    /** Its reader's account was disabled before it could be sent. */
    READER_GONE,
    /** The mail server refused it for good, or the address is none. */
    REFUSED,
    /** The mail server could not take it for too long. */
    GAVE_UP
}
