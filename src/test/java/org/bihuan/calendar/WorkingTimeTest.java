package org.bihuan.calendar;

import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingTime OFFICE = new WorkingTime(
            SHANGHAI,
            DailyHours.parse("08:30-12:00,13:30-17:30"),
            WorkingDays.MONDAY_TO_FRIDAY.with(ChineseHolidays.exceptions(2026).values()));

    @ParameterizedTest
    @CsvSource({
        // The night, the midday rest, the weekend.
        "2026-11-23T11:00, PT2H, 2026-11-23T14:30",
        "2026-11-23T17:00, PT1H, 2026-11-24T09:00",
        "2026-11-27T17:00, PT1H, 2026-11-30T09:00",
        "2026-11-28T10:00, PT30M, 2026-11-30T09:00",
        // National Day ends with a working Saturday; Friday the 9th is an ordinary one.
        "2026-09-30T17:00, PT1H, 2026-10-08T09:00",
        "2026-10-09T17:00, PT1H, 2026-10-10T09:00"
    })
    void timeOutsideWorkingHoursDoesNotCount(LocalDateTime from, Duration working, LocalDateTime due) {
        assertThat(OFFICE.plus(at(from), working)).isEqualTo(at(due));
        assertThat(OFFICE.between(at(from), at(due))).isEqualTo(working);
    }

    @Test
    void anAmountUsedUpAtAClosingEndsAtThatClosing() {
        assertThat(OFFICE.plus(at("2026-11-23T08:30"), Duration.ofMinutes(450))).isEqualTo(at("2026-11-23T17:30"));
    }

    @Test
    void addingNothingMovesNothing() {
        Instant night = at("2026-11-23T23:00");
        assertThat(OFFICE.plus(night, Duration.ZERO)).isEqualTo(night);
        assertThat(OFFICE.atOrAfter(night)).isEqualTo(at("2026-11-24T08:30"));
    }

    @Test
    void timeBackwardsIsNegativeAndCannotBeAdded() {
        assertThat(OFFICE.between(at("2026-11-24T09:00"), at("2026-11-23T17:00")))
                .isEqualTo(Duration.ofHours(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.plus(at("2026-11-24T09:00"), Duration.ofNanos(-1)));
    }

    @Test
    void anHourThatTheClockSkipsCountsNothingAndOneShownTwiceCountsTwice() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WorkingTime nights = new WorkingTime(berlin, DailyHours.parse("01:30-03:30"), WorkingDays.EVERY_DAY);
        Instant spring = Instant.parse("2026-03-28T23:00:00Z");
        Instant autumn = Instant.parse("2026-10-24T22:00:00Z");
        assertThat(nights.between(spring, spring.plus(Duration.ofHours(12)))).isEqualTo(Duration.ofHours(1));
        assertThat(nights.between(autumn, autumn.plus(Duration.ofHours(12)))).isEqualTo(Duration.ofHours(3));
        assertThat(nights.plus(spring, Duration.ofMinutes(45))).isEqualTo(Instant.parse("2026-03-29T01:15:00Z"));
    }

    @Test
    void aDayThatAZoneLeavesOutCountsNothing() {
        WorkingTime apia =
                new WorkingTime(ZoneId.of("Pacific/Apia"), DailyHours.parse("09:00-17:00"), WorkingDays.EVERY_DAY);
        Instant thursdayEvening = Instant.parse("2011-12-30T05:00:00Z");
        assertThat(apia.plus(thursdayEvening, Duration.ofHours(1))).isEqualTo(Instant.parse("2011-12-30T20:00:00Z"));
    }

    @Test
    void aroundTheClockAllTimeCounts() {
        Instant from = Instant.parse("2026-10-01T03:04:05.000000006Z");
        Duration working = Duration.ofDays(400_000).plusNanos(7);
        assertThat(WorkingTime.aroundTheClock().plus(from, working)).isEqualTo(from.plus(working));
        assertThat(WorkingTime.aroundTheClock().between(from.plus(working), from))
                .isEqualTo(working.negated());
        assertThat(WorkingTime.aroundTheClock().contains(from)).isTrue();
    }

    @Test
    void aHolidayDoesNotCountEvenWhereAllHoursOfTheWeekDo() {
        WorkingTime always = new WorkingTime(
                SHANGHAI,
                DailyHours.WHOLE_DAY,
                WorkingDays.EVERY_DAY.with(ChineseHolidays.exceptions(2026).values()));
        assertThat(always.plus(at("2026-09-30T23:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-08T01:00"));
    }

    @Test
    void tenYearsOfWorkingTimeAreAddedAtOnce() {
        Duration tenYears = Duration.ofHours(10 * 2_000);
        WorkingTime berlin = new WorkingTime(ZoneId.of("Europe/Berlin"), OFFICE.hours(), OFFICE.days());
        Instant from = at("2026-11-23T09:00");
        assertTimeout(Duration.ofSeconds(1), () -> {
            Instant due = berlin.plus(from, tenYears);
            assertThat(berlin.between(from, due)).isEqualTo(tenYears);
        });
    }

    @Test
    void whatIsNotReachedInAHundredYearsIsRefused() {
        WorkingTime sundays =
                new WorkingTime(SHANGHAI, DailyHours.parse("09:00-09:01"), WorkingDays.weekly(Set.of(SUNDAY)));
        Instant from = at("2026-11-23T09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sundays.plus(from, Duration.ofDays(4)))
                .withMessageContaining("100 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.between(from, from.plus(Duration.ofDays(40_000))))
                .withMessageContaining("100 years");
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
