package org.bihuan.workorder.domain;

import java.time.Instant;
import org.bihuan.workorder.ClockName;

/** The last step that was said of a deadline with this due time. */
record Announced(ClockName clock, Instant dueAt, int percent) {
    boolean isOf(Deadline deadline) {
        return clock == deadline.name() && dueAt.equals(deadline.dueAt());
    }
}
