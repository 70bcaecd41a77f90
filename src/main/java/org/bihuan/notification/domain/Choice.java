package org.bihuan.notification.domain;

/** How somebody wishes to hear of something, besides their inbox. */
public enum Choice {
    /** A mail of its own. */
    MAIL,
    /** In the one mail a day. */
    DIGEST,
    /** No mail. */
    OFF
}
