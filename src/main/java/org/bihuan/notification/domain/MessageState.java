package org.bihuan.notification.domain;

/** What has become of a message. */
public enum MessageState {
    /** Will be sent. */
    QUEUED,
    /** The mail server has taken it. */
    SENT,
    /** Written down and not sent, because there is no way to. */
    LOGGED,
    /** Waits for the one mail a day. */
    DIGEST,
    /** Not sent, because its reader does not wish it or it has been overtaken. */
    SUPPRESSED,
    /** Tried and not sent. */
    FAILED
}
