package org.bihuan.followup.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What a company may set in a policy, and what it may not. */
final class PolicyRules {
    /** House rule: nobody rings back sooner than they can be expected to look. */
    static final Duration SHORTEST = Duration.ofHours(1);

    /** domain.md, The life of a work order: a month later the matter could not even be reopened. */
    static final Duration LONGEST = Duration.ofDays(30);

    private PolicyRules() {}

    /**
     * @param minimumPercent the least share for this policy
     * @param leaksBefore the codes that are there already; what has left the catalogue since may stay
     * @param isCategory whether the catalogue has a code
     * @throws InvalidInput with all that is wrong
     */
    static void check(
            PolicyGroup group,
            int minimumPercent,
            PolicyDetails wanted,
            Set<String> leaksBefore,
            Predicate<String> isCategory) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.sharePercent() < minimumPercent) {
            errors.add(new FieldError("/sharePercent", "SHARE_BELOW_MINIMUM", minimumPercent));
        }
        FieldError due = dueWithin(wanted.dueWithin());
        if (due != null) {
            errors.add(due);
        }
        if (wanted.retired() && group != PolicyGroup.CATEGORY) {
            errors.add(new FieldError("/retired", "GROUP_POLICY_STAYS"));
        }
        errors.addAll(leaks(group, wanted.leakCategoryCodes(), leaksBefore, isCategory));
        InvalidInput.refuse(errors);
    }

    private static @Nullable FieldError dueWithin(String text) {
        try {
            Duration due = Duration.parse(text);
            boolean wholeSeconds = due.equals(due.truncatedTo(ChronoUnit.SECONDS));
            boolean fits = wholeSeconds && due.compareTo(SHORTEST) >= 0 && due.compareTo(LONGEST) <= 0;
            return fits ? null : new FieldError("/dueWithin", "DURATION_OUT_OF_RANGE", SHORTEST, LONGEST);
        } catch (DateTimeException e) {
            return new FieldError("/dueWithin", "NOT_A_DURATION");
        }
    }

    private static List<FieldError> leaks(
            PolicyGroup group, @Nullable List<String> codes, Set<String> before, Predicate<String> isCategory) {
        if (group != PolicyGroup.CRITICAL) {
            return codes == null ? List.of() : List.of(new FieldError("/leakCategoryCodes", "ONLY_FOR_CRITICAL"));
        }
        if (codes == null) {
            return List.of(new FieldError("/leakCategoryCodes", "REQUIRED"));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!before.contains(codes.get(i)) && !isCategory.test(codes.get(i))) {
                errors.add(new FieldError("/leakCategoryCodes/" + i, "UNKNOWN_CATEGORY", codes.get(i)));
            }
        }
        return errors;
    }
}
