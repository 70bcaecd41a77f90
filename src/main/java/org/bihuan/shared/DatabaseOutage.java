package org.bihuan.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells failures that are nobody's fault but an absent database's, and over when it is back. */
public final class DatabaseOutage {
    private DatabaseOutage() {}

    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** No connection, or one that is being ended (PostgreSQL, Appendix A); a pool without one to give tells no state. */
    private static boolean isAway(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }
}
