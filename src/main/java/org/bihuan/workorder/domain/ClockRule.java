package org.bihuan.workorder.domain;

import java.time.Duration;
import java.util.UUID;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.domain.ClockPlan.Allowance;
import org.jspecify.annotations.Nullable;

/** How long one step may take, for the matters of a priority; or of a kind and a priority, or of a category. Null is any. */
record ClockRule(
        @Nullable Kind kind,
        @Nullable Priority priority,
        @Nullable UUID category,
        ClockName clock,
        Allowance allowance) {
    /** As it stands in its row. */
    ClockRule(
            @Nullable Kind kind,
            @Nullable Priority priority,
            @Nullable UUID category,
            ClockName clock,
            long allowedSeconds,
            boolean aroundTheClock) {
        this(kind, priority, category, clock, new Allowance(Duration.ofSeconds(allowedSeconds), aroundTheClock));
    }

    boolean covers(Kind ofKind, Priority ofPriority, @Nullable UUID ofCategory) {
        return (kind == null || kind == ofKind)
                && (priority == null || priority == ofPriority)
                && (category == null || category.equals(ofCategory));
    }

    /** What is said of a category counts more than what is said of a kind, and that more than what is said of a priority. */
    int speciality() {
        return (category == null ? 0 : 4) + (kind == null ? 0 : 2) + (priority == null ? 0 : 1);
    }
}
