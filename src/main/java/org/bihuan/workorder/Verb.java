package org.bihuan.workorder;

import java.util.Locale;

/** What somebody can do to a work order. */
public enum Verb {
    DISPATCH,
    ACCEPT,
    DECLINE,
    RECALL,
    START,
    HOLD,
    RESUME,
    COMPLETE,
    REFER,
    CANCEL,
    REOPEN,
    CLOSE;

    /** As it stands in paths and in {@code allowedActions}. */
    public String action() {
        return name().toLowerCase(Locale.ROOT);
    }
}
