package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bihuan.calendar.Moments.Moment;

class WorkingTimeRecountTest {
    @Property(tries = 2500)
    void addingTimeEqualsTheRecountMinuteByMinute(
            @ForAll("moments") Moment moment, @ForAll("fewHours") Duration working) {
        assertThat(workingTime(moment).plus(moment.at(), working))
                .isEqualTo(moment.recount().plus(moment.at(), working));
    }

    @Property(tries = 2500)
    void timeBetweenEqualsTheRecountMinuteByMinute(
            @ForAll("moments") Moment moment, @ForAll("fewDays") Duration elapsed) {
        Instant to = moment.at().plus(elapsed);
        assertThat(workingTime(moment).between(moment.at(), to))
                .isEqualTo(moment.recount().between(moment.at(), to));
    }

    @Property(tries = 2500)
    void theNextOpeningEqualsTheRecountMinuteByMinute(@ForAll("moments") Moment moment) {
        WorkingTime time = workingTime(moment);
        assertThat(time.atOrAfter(moment.at())).isEqualTo(moment.recount().first(moment.at(), any -> true));
        assertThat(time.contains(moment.at())).isEqualTo(moment.recount().inside(moment.at()));
    }

    @Property(tries = 2500)
    void whatWasAddedIsFoundBetween(@ForAll("moments") Moment moment, @ForAll("manyHours") Duration working) {
        WorkingTime time = workingTime(moment);
        Instant due = time.plus(moment.at(), working);
        assertThat(time.between(moment.at(), due)).isEqualTo(working);
        assertThat(time.between(due, moment.at())).isEqualTo(working.negated());
    }

    @Property(tries = 2500)
    void anAmountIsNeverReachedBeforeItsDueTime(
            @ForAll("moments") Moment moment, @ForAll("manyHours") Duration working) {
        WorkingTime time = workingTime(moment);
        Instant due = time.plus(moment.at(), working);
        if (working.isPositive()) {
            assertThat(time.between(moment.at(), due.minusNanos(1))).isEqualTo(working.minusNanos(1));
        }
    }

    @Property(tries = 2500)
    void addingInTwoStepsIsAddingAtOnce(
            @ForAll("moments") Moment moment, @ForAll("manyHours") Duration one, @ForAll("fewHours") Duration other) {
        WorkingTime time = workingTime(moment);
        assertThat(time.plus(time.plus(moment.at(), one), other)).isEqualTo(time.plus(moment.at(), one.plus(other)));
    }

    @Property(tries = 2500)
    void aLaterStartIsNeverDueEarlier(
            @ForAll("moments") Moment moment, @ForAll("fewDays") Duration delay, @ForAll("fewHours") Duration working) {
        WorkingTime time = workingTime(moment);
        assertThat(time.plus(moment.at().plus(delay), working)).isAfterOrEqualTo(time.plus(moment.at(), working));
    }

    private static WorkingTime workingTime(Moment moment) {
        ClockRecount recount = moment.recount();
        Map<LocalDate, DayKind> exceptions = recount.exceptions().entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, day -> day.getValue() ? DayKind.WORKING : DayKind.HOLIDAY));
        return new WorkingTime(
                recount.zone(), DailyHours.parse(recount.hours()), new WorkingDays(recount.weekly(), exceptions));
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Moments.workingDays();
    }

    @Provide
    Arbitrary<Duration> fewHours() {
        return Moments.durations(Duration.ofHours(12));
    }

    @Provide
    Arbitrary<Duration> fewDays() {
        return Moments.durations(Duration.ofDays(9));
    }

    @Provide
    Arbitrary<Duration> manyHours() {
        return Moments.durations(Duration.ofHours(200));
    }
}
