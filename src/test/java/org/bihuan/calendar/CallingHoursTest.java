package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingHoursTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CallingHours CALLING = new CallingHours(SHANGHAI, CallingHours.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T09:00",
        "2026-11-23T19:59:59, 2026-11-23T19:59:59",
        "2026-11-23T12:00, 2026-11-23T14:00",
        "2026-11-23T20:00, 2026-11-24T09:00",
        "2026-11-23T03:00, 2026-11-23T09:00",
        "2026-10-01T21:00, 2026-10-02T09:00"
    })
    void aCallOutsideCallingHoursWaitsForTheNextOpening(LocalDateTime asked, LocalDateTime opening) {
        assertThat(CALLING.atOrAfter(at(asked))).isEqualTo(at(opening));
        assertThat(CALLING.contains(at(asked))).isEqualTo(asked.equals(opening));
    }

    @Test
    void aWindowThatOpensAtNightMovesToTheMorning() {
        assertThat(window("2026-11-23T22:30", "2026-11-24T22:30"))
                .isEqualTo(expected("2026-11-24T09:00", "2026-11-24T20:00"));
    }

    @Test
    void aWindowInsideCallingHoursStaysAsItIs() {
        assertThat(window("2026-11-23T10:15", "2026-11-25T10:15"))
                .isEqualTo(expected("2026-11-23T10:15", "2026-11-25T10:15"));
    }

    @Test
    void aDueTimeInTheMiddayRestMovesBackToNoon() {
        assertThat(window("2026-11-22T13:00", "2026-11-23T13:00"))
                .isEqualTo(expected("2026-11-22T14:00", "2026-11-23T12:00"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00", "2026-11-23T20:00", "2026-11-25T12:00"})
    void aDueTimeExactlyAtAClosingStays(LocalDateTime due) {
        assertThat(CALLING.window(at("2026-11-23T09:00"), at(due)))
                .isEqualTo(new CallWindow(at("2026-11-23T09:00"), at(due)));
    }

    @Test
    void aSpanThatTheClockShowsTwiceEndsTheSecondTime() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        CallingHours nights = new CallingHours(cairo, DailyHours.parse("21:30-24:00"));
        Instant opens = Instant.parse("2026-10-29T17:00:00Z");
        assertThat(nights.window(opens, opens.plusSeconds(60)))
                .isEqualTo(
                        new CallWindow(Instant.parse("2026-10-29T18:30:00Z"), Instant.parse("2026-10-29T22:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T08:00", "2026-11-24T09:00"})
    void aWindowWithNoTimeToCallEndsWithTheSpanInWhichItOpens(LocalDateTime due) {
        assertThat(CALLING.window(at("2026-11-23T20:30"), at(due)))
                .isEqualTo(expected("2026-11-24T09:00", "2026-11-24T12:00"));
    }

    @Test
    void aWindowThatEndsBeforeItOpensIsRefused() {
        Instant opens = at("2026-11-23T10:00");
        assertThatIllegalArgumentException().isThrownBy(() -> CALLING.window(opens, opens));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallWindow(opens, opens.minusNanos(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-11-23T09:30, 2026-11-23T14:00",
        "1, 2026-11-23T11:50, 2026-11-23T14:00",
        "1, 2026-11-23T14:05, 2026-11-23T18:00",
        "1, 2026-11-23T17:10, 2026-11-23T19:10",
        "1, 2026-11-23T19:00, 2026-11-24T09:00",
        "1, 2026-11-23T23:00, 2026-11-24T09:00",
        "2, 2026-11-23T14:00, 2026-11-24T09:00",
        "2, 2026-11-23T19:10, 2026-11-24T09:00",
        "2, 2026-11-23T09:20, 2026-11-24T14:00",
        "3, 2026-11-23T09:20, 2026-11-23T18:00",
        "3, 2026-11-23T18:00, 2026-11-25T09:00",
        "4, 2026-11-23T15:00, 2026-11-23T18:00"
    })
    void theNextAttemptIsLaterAndInAnotherPartOfTheDay(int attempts, LocalDateTime attempted, LocalDateTime next) {
        assertThat(CALLING.afterAttempt(attempts, at(attempted))).isEqualTo(at(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T17:59:59, 2026-11-23T18:00",
        "2026-11-23T18:00, 2026-11-24T18:00",
        "2026-11-23T21:00, 2026-11-24T18:00",
        "2026-11-23T08:00, 2026-11-23T18:00"
    })
    void theNextEveningIsTodaysUntilItHasBegun(LocalDateTime asked, LocalDateTime evening) {
        assertThat(CALLING.nextEvening(at(asked))).isEqualTo(at(evening));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T00:30, 2026-11-24T09:00", "2026-11-23T23:30, 2026-11-24T09:00"})
    void theNextMorningIsThatOfTheNextDay(LocalDateTime asked, LocalDateTime morning) {
        assertThat(CALLING.nextMorning(at(asked))).isEqualTo(at(morning));
    }

    @Test
    void whereNobodyIsRungInTheEveningTheLastPartOfTheDayStandsForIt() {
        CallingHours office = new CallingHours(SHANGHAI, DailyHours.parse("09:00-17:00"));
        assertThat(office.nextEvening(at("2026-11-23T10:00"))).isEqualTo(at("2026-11-23T12:00"));
        assertThat(office.nextEvening(at("2026-11-23T12:00"))).isEqualTo(at("2026-11-24T12:00"));
    }

    @Test
    void whereNobodyIsRungInTheMorningTheFirstPartOfTheDayStandsForIt() {
        CallingHours late = new CallingHours(SHANGHAI, DailyHours.parse("14:00-20:00"));
        assertThat(late.nextMorning(at("2026-11-23T10:00"))).isEqualTo(at("2026-11-24T14:00"));
    }

    @Test
    void whereAllCallingHoursLieInOnePartOfTheDayTheNextAttemptDoesToo() {
        CallingHours mornings = new CallingHours(SHANGHAI, DailyHours.parse("08:00-12:00"));
        assertThat(mornings.afterAttempt(1, at("2026-11-23T08:30"))).isEqualTo(at("2026-11-23T10:30"));
        assertThat(mornings.afterAttempt(3, at("2026-11-23T08:30"))).isEqualTo(at("2026-11-24T08:00"));
    }

    @Test
    void anAttemptIsCountedFromOneAndADelayIsPositive() {
        Instant now = at("2026-11-23T10:00");
        assertThatIllegalArgumentException().isThrownBy(() -> CALLING.afterAttempt(0, now));
        assertThatIllegalArgumentException().isThrownBy(() -> CALLING.later(now, Duration.ZERO));
    }

    private static CallWindow window(String opens, String due) {
        return CALLING.window(at(opens), at(due));
    }

    private static CallWindow expected(String notBefore, String dueAt) {
        return new CallWindow(at(notBefore), at(dueAt));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
