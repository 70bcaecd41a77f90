package org.bihuan.followup.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Phones;
import org.jspecify.annotations.Nullable;

/** The rules of an attempt that its form cannot say. */
final class AttemptRules {
    private AttemptRules() {}

    /**
     * Nobody asks an owner about their own work. Who only recorded a completion for somebody else may.
     *
     * @param workers all who started or finished the work of this round
     * @throws Forbidden if the caller did the work
     */
    static void requireNotOwnWork(Caller caller, Set<UUID> workers) {
        if (isOwnWork(caller, workers)) {
            throw new Forbidden("OWN_WORK");
        }
    }

    static boolean isOwnWork(Caller caller, Set<UUID> workers) {
        return workers.contains(caller.id().value());
    }

    /**
     * A verdict belongs to REACHED and an agreed time to CALL_BACK, and neither to anything else.
     *
     * @return the attempt with its number in E.164
     * @throws InvalidInput with all that is wrong
     */
    static NewAttempt requireWhole(NewAttempt attempt, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        boolean reached = attempt.outcome() == Outcome.REACHED;
        if (reached != (attempt.verdict() != null)) {
            errors.add(new FieldError("/verdict", reached ? "REQUIRED" : "ONLY_WITH_OUTCOME", Outcome.REACHED.name()));
        }
        Instant agreed = attempt.callBackAt();
        boolean callBack = attempt.outcome() == Outcome.CALL_BACK;
        if (callBack != (agreed != null)) {
            errors.add(new FieldError(
                    "/callBackAt", callBack ? "REQUIRED" : "ONLY_WITH_OUTCOME", Outcome.CALL_BACK.name()));
        } else if (agreed != null && !agreed.isAfter(now)) {
            errors.add(new FieldError("/callBackAt", "NOT_IN_THE_FUTURE"));
        } else if (agreed != null && agreed.isAfter(now.plus(PolicyRules.LONGEST))) {
            errors.add(new FieldError("/callBackAt", "CALL_BACK_TOO_LATE", PolicyRules.LONGEST.toDays()));
        }
        String dialled = attempt.phone() == null ? null : dialled(attempt.phone(), errors);
        InvalidInput.refuse(errors);
        return attempt.to(dialled);
    }

    private static @Nullable String dialled(String typed, List<FieldError> errors) {
        String number = Phones.parse(typed).orElse(null);
        if (number == null) {
            errors.add(new FieldError("/phone", "PHONE_NOT_USABLE"));
        }
        return number;
    }
}
