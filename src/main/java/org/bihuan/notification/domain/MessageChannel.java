package org.bihuan.notification.domain;

/** On which way a message reaches its reader. Whoever has an account has it in their inbox besides. */
public enum MessageChannel {
    MAIL,
    /** In the inbox only. */
    INBOX,
    /** Kept in the log, and offered to other systems. */
    NONE
}
