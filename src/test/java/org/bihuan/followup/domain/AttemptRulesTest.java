package org.bihuan.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.CompanyId;
import org.bihuan.company.Role;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Verdict VERDICT = new Verdict(Resolved.YES, 5, "很好");

    @ParameterizedTest
    @EnumSource
    void aVerdictBelongsToReachedOnly(Outcome outcome) {
        Instant agreed = outcome == Outcome.CALL_BACK ? NOW.plusSeconds(60) : null;
        boolean reached = outcome == Outcome.REACHED;

        assertThat(errors(new NewAttempt(outcome, VERDICT, agreed, null, null)))
                .isEqualTo(reached ? List.of() : List.of("/verdict ONLY_WITH_OUTCOME"));
        assertThat(errors(new NewAttempt(outcome, null, agreed, null, null)))
                .isEqualTo(reached ? List.of("/verdict REQUIRED") : List.of());
    }

    @ParameterizedTest
    @EnumSource
    void anAgreedTimeBelongsToCallBackOnly(Outcome outcome) {
        Verdict verdict = outcome == Outcome.REACHED ? VERDICT : null;
        boolean callBack = outcome == Outcome.CALL_BACK;

        assertThat(errors(new NewAttempt(outcome, verdict, NOW.plusSeconds(60), null, null)))
                .isEqualTo(callBack ? List.of() : List.of("/callBackAt ONLY_WITH_OUTCOME"));
        assertThat(errors(new NewAttempt(outcome, verdict, null, null, null)))
                .isEqualTo(callBack ? List.of("/callBackAt REQUIRED") : List.of());
    }

    @Test
    void anAgreedTimeIsStillToCome() {
        assertThat(errors(new NewAttempt(Outcome.CALL_BACK, null, NOW, null, null)))
                .containsExactly("/callBackAt NOT_IN_THE_FUTURE");
    }

    @Test
    void theNumberThatWasRungIsKeptInE164() {
        NewAttempt typed = new NewAttempt(Outcome.NO_ANSWER, null, null, null, "139 0013 9000");

        assertThat(AttemptRules.requireWhole(typed, NOW).phone()).isEqualTo("+8613900139000");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(errors(new NewAttempt(Outcome.BUSY, VERDICT, NOW, null, "no number")))
                .containsExactly(
                        "/verdict ONLY_WITH_OUTCOME", "/callBackAt ONLY_WITH_OUTCOME", "/phone PHONE_NOT_USABLE");
    }

    @Test
    void whoDidTheWorkMayNotAskAboutIt() {
        var workers = Set.of(CompletedOrders.TECHNICIAN);

        assertThatThrownBy(() -> AttemptRules.requireNotOwnWork(caller(CompletedOrders.TECHNICIAN), workers))
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.code()).isEqualTo("OWN_WORK"));
        assertThatCode(() -> AttemptRules.requireNotOwnWork(caller(UUID.randomUUID()), workers))
                .doesNotThrowAnyException();
    }

    private static Caller caller(UUID account) {
        return new Caller(
                new AccountId(account),
                CompanyId.next(),
                UUID.randomUUID(),
                "li",
                "李",
                Set.of(Role.FRONT_DESK),
                Set.of(),
                null,
                "zh-CN",
                0);
    }

    private static List<String> errors(NewAttempt attempt) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> AttemptRules.requireWhole(attempt, NOW));
        return refusal == null
                ? List.of()
                : refusal.errors().stream().map(AttemptRulesTest::words).toList();
    }

    private static String words(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
