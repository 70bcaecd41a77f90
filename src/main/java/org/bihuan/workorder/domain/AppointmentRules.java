package org.bihuan.workorder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.shared.FieldError;
import org.bihuan.workorder.TimeWindow;
import org.jspecify.annotations.Nullable;

/** When somebody can be asked to come. House rules, so that a slip of the keyboard does not become an appointment. */
final class AppointmentRules {
    /** Farther ahead nobody plans a repair; the matter would stay silent until then. */
    static final Duration FARTHEST = Duration.ofDays(90);

    /** An appointment is for a day at most: a longer one says nothing about when to come. */
    static final Duration LONGEST = Duration.ofHours(24);

    private AppointmentRules() {}

    /** What is wrong with a window somebody asks for now. One that has begun can still be kept. */
    static List<FieldError> check(@Nullable TimeWindow wanted, String pointer, Instant now) {
        if (wanted == null || wanted.from() == null || wanted.to() == null || !wanted.isForward()) {
            return List.of(); // its form is wrong, which is told already
        }
        List<FieldError> errors = new ArrayList<>();
        if (!wanted.to().isAfter(now)) {
            errors.add(new FieldError(pointer + "/to", "WINDOW_HAS_PASSED"));
        } else if (Duration.between(wanted.from(), wanted.to()).compareTo(LONGEST) > 0) {
            errors.add(new FieldError(pointer + "/to", "WINDOW_TOO_LONG", LONGEST.toHours()));
        }
        if (wanted.from().isAfter(now.plus(FARTHEST))) {
            errors.add(new FieldError(pointer + "/from", "WINDOW_TOO_FAR_AHEAD", FARTHEST.toDays()));
        }
        return errors;
    }
}
