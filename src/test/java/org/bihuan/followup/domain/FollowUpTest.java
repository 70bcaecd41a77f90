package org.bihuan.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.calendar.CallingHours;
import org.bihuan.shared.NotNow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FollowUpTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CallingHours CALLING = new CallingHours(SHANGHAI, CallingHours.DEFAULT);
    private static final PolicyChoice POLICY = new PolicyChoice(PolicyReason.REPAIR, 100, Duration.ofDays(2), 3);
    private static final Instant COMPLETED = at("2026-11-23T09:30");

    private final FollowUp followUp = scheduled();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static FollowUp scheduled() {
        return new FollowUp(
                CompletedOrders.repair(COMPLETED),
                POLICY,
                CALLING.window(COMPLETED, COMPLETED.plus(POLICY.dueWithin())),
                COMPLETED);
    }

    private static NewAttempt attempt(Outcome outcome) {
        return new NewAttempt(outcome, null, null, null, null);
    }

    private static NewAttempt reached(Resolved resolved) {
        return new NewAttempt(Outcome.REACHED, new Verdict(resolved, 4, null), null, null, null);
    }

    private static NewAttempt callBackAt(String local) {
        return new NewAttempt(Outcome.CALL_BACK, null, at(local), null, null);
    }

    private Consequence record(NewAttempt attempt, String local) {
        return followUp.record(attempt, at(local), CALLING);
    }

    @ParameterizedTest
    @CsvSource({"YES,VERIFIED", "PARTLY,NOT_RESOLVED", "NO,NOT_RESOLVED"})
    void whatTheySayEndsIt(Resolved resolved, Consequence consequence) {
        assertThat(record(reached(resolved), "2026-11-23T10:00")).isEqualTo(consequence);

        assertThat(followUp.status()).isEqualTo(FollowUpStatus.DONE);
        assertThat(followUp.verdict()).isEqualTo(new Verdict(resolved, 4, null));
        assertThat(followUp.endedAt()).isEqualTo(at("2026-11-23T10:00"));
    }

    @Test
    void notWishingToBeAskedEndsItWithoutAVerdict() {
        assertThat(record(attempt(Outcome.REFUSED), "2026-11-23T10:00")).isEqualTo(Consequence.REFUSED);

        assertThat(followUp.status()).isEqualTo(FollowUpStatus.DONE);
        assertThat(followUp.verdict()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "BUSY", "WRONG_NUMBER"})
    void whoIsNotReachedIsTriedLaterInAnotherPartOfTheDay(Outcome outcome) {
        Instant due = followUp.dueAt();

        assertThat(record(attempt(outcome), "2026-11-23T10:00")).isEqualTo(Consequence.STAYS_OPEN);

        assertThat(followUp.notBefore()).isEqualTo(at("2026-11-23T14:00"));
        assertThat(followUp.dueAt()).isEqualTo(due);
        assertThat(followUp.status()).isEqualTo(FollowUpStatus.SCHEDULED);
    }

    @Test
    void theSecondAttemptThatReachesNobodyWaitsForTheNextMorning() {
        record(attempt(Outcome.BUSY), "2026-11-23T14:10");
        record(attempt(Outcome.NO_ANSWER), "2026-11-23T18:10");

        assertThat(followUp.notBefore()).isEqualTo(at("2026-11-24T09:00"));
    }

    @Test
    void asManyAttemptsAsThePolicySaysExhaustItEvenAtOnce() {
        record(attempt(Outcome.WRONG_NUMBER), "2026-11-23T10:00");
        record(attempt(Outcome.NO_ANSWER), "2026-11-23T10:00");

        assertThat(record(attempt(Outcome.BUSY), "2026-11-23T10:01")).isEqualTo(Consequence.UNREACHABLE);
        assertThat(followUp.status()).isEqualTo(FollowUpStatus.EXHAUSTED);
        assertThat(followUp.attemptCount()).isEqualTo(3);
    }

    @Test
    void whoAsksForAnotherTimeIsNotUnreachable() {
        record(attempt(Outcome.NO_ANSWER), "2026-11-23T10:00");
        record(attempt(Outcome.NO_ANSWER), "2026-11-23T14:00");

        assertThat(record(callBackAt("2026-11-23T19:00"), "2026-11-23T18:00")).isEqualTo(Consequence.STAYS_OPEN);
        assertThat(followUp.notReachedCount()).isEqualTo(2);
        assertThat(record(reached(Resolved.YES), "2026-11-23T19:00")).isEqualTo(Consequence.VERIFIED);
    }

    @Test
    void anAgreedTimeIsKeptAsAgreedAndIsDueAsLongAsItHolds() {
        Instant due = followUp.dueAt();

        record(callBackAt("2026-11-23T21:30"), "2026-11-23T10:00");
        assertThat(followUp.notBefore()).isEqualTo(at("2026-11-23T21:30"));
        assertThat(followUp.dueAt()).isEqualTo(due);

        record(callBackAt("2026-11-29T21:30"), "2026-11-23T21:30");
        assertThat(followUp.dueAt()).isEqualTo(at("2026-11-29T22:30"));
        assertThat(followUp.originalDueAt()).isEqualTo(due);

        record(callBackAt("2026-11-24T10:00"), "2026-11-23T21:40");
        assertThat(followUp.dueAt()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:29, false",
        "2026-11-23T09:30, true",
        "2026-11-23T12:00, false",
        "2026-11-23T14:00, true",
        "2026-11-23T20:00, false",
        "2026-11-29T10:00, true"
    })
    void theCallIsProposedInsideCallingHoursOnlyAndNotBeforeItsTime(String local, boolean proposed) {
        assertThat(followUp.isToBeCalled(at(local), CALLING)).isEqualTo(proposed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, false",
        "2026-11-23T21:29, false",
        "2026-11-23T21:30, true",
        "2026-11-23T22:29, true",
        "2026-11-23T22:30, false",
        "2026-11-24T03:00, false",
        "2026-11-24T09:00, true"
    })
    void anAgreedTimeIsProposedThenAndIfMissedNotInTheNight(String local, boolean proposed) {
        record(callBackAt("2026-11-23T21:30"), "2026-11-23T10:00");

        assertThat(followUp.isToBeCalled(at(local), CALLING)).isEqualTo(proposed);
    }

    static Stream<NewAttempt> endings() {
        return Stream.of(reached(Resolved.YES), reached(Resolved.NO), attempt(Outcome.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whatHasEndedTakesNoMoreAttemptsAndIsNotProposed(NewAttempt ending) {
        record(ending, "2026-11-23T10:00");

        NotNow refusal = catchThrowableOfType(NotNow.class, () -> record(attempt(Outcome.BUSY), "2026-11-23T10:05"));
        assertThat(refusal.currentStatus()).isEqualTo("DONE");
        assertThat(refusal.allowedActions()).isEqualTo(List.of());
        assertThat(followUp.attemptCount()).isEqualTo(1);
        assertThat(followUp.isToBeCalled(at("2026-11-23T10:05"), CALLING)).isFalse();
    }

    @Test
    void aWaivedOneSaysWhyAndIsNeverAsked() {
        followUp.waive("业主出国", at("2026-11-23T10:00"));

        assertThat(followUp.status()).isEqualTo(FollowUpStatus.WAIVED);
        assertThat(followUp.endedNote()).isEqualTo("业主出国");
        assertThat(followUp.verdict()).isNull();
        assertThatThrownBy(() -> followUp.waive("again", at("2026-11-23T10:01")))
                .isInstanceOf(NotNow.class);
    }
}
