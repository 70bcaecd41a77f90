package org.bihuan.calendar;

import java.time.Instant;

/**
 * When a call may begin and by when it is due. A call at {@code notBefore} is inside calling hours; {@code dueAt} is
 * inside them too or the very end of a span.
 */
public record CallWindow(Instant notBefore, Instant dueAt) {
    /**
     * @throws IllegalArgumentException if it does not end after it opens
     */
    public CallWindow {
        if (!dueAt.isAfter(notBefore)) {
            throw new IllegalArgumentException("a window must end after it opens: " + notBefore + " to " + dueAt);
        }
    }
}
