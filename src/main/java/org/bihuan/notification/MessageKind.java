package org.bihuan.notification;

import org.bihuan.workorder.Priority;

/** What a message says. */
public enum MessageKind {
    /** To the reporter of a matter: we have it, and its number. */
    RECEIVED(Audience.OWNER),
    /** Somebody takes care of it: who, and when they come. */
    COMING(Audience.OWNER),
    /** It has to wait: why, and until when. */
    WAITING(Audience.OWNER),
    /** It is done, answered or referred: please tell us whether it is settled. */
    DONE(Audience.OWNER),
    /** It is closed. */
    CLOSED(Audience.OWNER),
    /** It is closed because nobody could be reached: how to reopen it. */
    UNREACHABLE(Audience.OWNER),

    /** To staff: dispatched to you. */
    OFFERED(Audience.STAFF),
    /** Yours without your doing: transferred to you, or accepted on your behalf. */
    ASSIGNED(Audience.STAFF),
    /** No longer yours. */
    TAKEN_AWAY(Audience.STAFF),
    /** Of a deadline most has passed. */
    WARNED(Audience.STAFF),
    /** A deadline has passed. */
    BREACHED(Audience.STAFF),
    /** It passed long ago. */
    ESCALATED(Audience.STAFF),
    /** The owner says that it is not settled. */
    REOPENED(Audience.STAFF),
    /** Settled, but the owner is not happy with how. */
    DISSATISFIED(Audience.STAFF),
    /** A follow-up call can be made. */
    FOLLOW_UP_DUE(Audience.STAFF),
    /** It is the time that was agreed on for a call. */
    CALL_BACK_DUE(Audience.STAFF),
    /** A colleague hands over their shift. */
    HANDOVER(Audience.STAFF),

    /** What could wait, once a day. */
    DIGEST(Audience.NOBODYS_CHOICE);

    private enum Audience {
        OWNER,
        STAFF,
        NOBODYS_CHOICE
    }

    private final Audience audience;

    MessageKind(Audience audience) {
        this.audience = audience;
    }

    public boolean isForOwners() {
        return audience == Audience.OWNER;
    }

    public boolean isForStaff() {
        return audience == Audience.STAFF;
    }

    /** A passed deadline is nothing that one can be deaf to. */
    public boolean mayBeOff() {
        return this != BREACHED && this != ESCALATED;
    }

    /** Whether it could wait for the next morning, unless somebody wishes otherwise. */
    public boolean canWait() {
        return this == FOLLOW_UP_DUE;
    }

    /** Whether it goes out at once whatever its reader wishes, at night too. */
    public boolean isPressing(Priority priority) {
        return switch (this) {
            case BREACHED, ESCALATED -> priority == Priority.EMERGENCY || priority == Priority.URGENT;
            case OFFERED, ASSIGNED -> priority == Priority.EMERGENCY;
            default -> false;
        };
    }
}
