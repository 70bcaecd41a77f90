package org.bihuan.frontdesk.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** When an interaction can have been. */
final class InteractionRules {
    /** Clocks of the desk's machines differ; a call of the future is a mistake. */
    static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private InteractionRules() {}

    /** Nothing begins or ends in the future, or ends before it begins. */
    static List<FieldError> times(@Nullable Instant startedAt, @Nullable Instant endedAt, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Instant latest = now.plus(CLOCKS_DIFFER_BY);
        if (startedAt != null && startedAt.isAfter(latest)) {
            errors.add(new FieldError("/startedAt", "IN_THE_FUTURE"));
        }
        if (endedAt != null && endedAt.isAfter(latest)) {
            errors.add(new FieldError("/endedAt", "IN_THE_FUTURE"));
        } else if (endedAt != null && startedAt != null && endedAt.isBefore(startedAt)) {
            errors.add(new FieldError("/endedAt", "ENDS_BEFORE_IT_BEGINS"));
        }
        return errors;
    }
}
