package org.bihuan.workorder.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.shared.FieldError;
import org.bihuan.workorder.Kind;
import org.jspecify.annotations.Nullable;

/** What a company may set in a clock policy, and what it may not. */
final class ClockPolicyRules {
    /** House rule: a quarter of a year is no deadline any more, but a plan. */
    private static final String LONGEST = "P60D";

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private ClockPolicyRules() {}

    static List<FieldError> errors(ClockPolicyDetails wanted, boolean mayBeRetired) {
        List<FieldError> errors = new ArrayList<>();
        FieldError allowed = allowed(wanted);
        if (allowed != null) {
            errors.add(allowed);
        }
        if (wanted.retired() && !mayBeRetired) {
            errors.add(new FieldError("/retired", "CLOCK_POLICY_STAYS"));
        }
        return errors;
    }

    private static @Nullable FieldError allowed(ClockPolicyDetails wanted) {
        try {
            Duration allowed = AllowanceText.parse(wanted.allowed(), wanted.aroundTheClock());
            Duration longest = AllowanceText.parse(LONGEST, wanted.aroundTheClock());
            boolean fits = allowed.equals(allowed.truncatedTo(ChronoUnit.SECONDS))
                    && allowed.compareTo(SHORTEST) >= 0
                    && allowed.compareTo(longest) <= 0;
            return fits ? null : new FieldError("/allowed", "DURATION_OUT_OF_RANGE", SHORTEST.toString(), LONGEST);
        } catch (DateTimeException e) {
            return new FieldError("/allowed", "NOT_A_DURATION");
        }
    }

    /** Of a new policy: what it is about. */
    static List<FieldError> errors(ClockScope scope) {
        List<FieldError> errors = new ArrayList<>();
        if ((scope.kind() == null) == (scope.categoryCode() == null)) {
            errors.add(new FieldError("/categoryCode", "EXACTLY_ONE_OF", "categoryCode, kind"));
        }
        if (scope.kind() != null && scope.priority() == null) {
            errors.add(new FieldError("/priority", "REQUIRED"));
        }
        return errors;
    }

    static List<FieldError> errors(ClockScope scope, Kind kind) {
        return ClockPlan.clocksOf(kind).contains(scope.clock())
                ? List.of()
                : List.of(new FieldError("/clock", "NO_SUCH_CLOCK", kind.name()));
    }
}
