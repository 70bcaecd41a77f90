package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bihuan.calendar.Moments.Moment;

class CallingHoursRecountTest {
    @Property(tries = 2500)
    void theNextCallingInstantEqualsTheRecountMinuteByMinute(@ForAll("moments") Moment moment) {
        CallingHours calling = callingHours(moment);
        Instant expected = moment.recount().first(moment.at(), any -> true);
        assertThat(calling.atOrAfter(moment.at())).isEqualTo(expected);
        assertThat(calling.contains(moment.at())).isEqualTo(expected.equals(moment.at()));
    }

    @Property(tries = 2500)
    void aWindowEqualsTheRecountMinuteByMinute(
            @ForAll("moments") Moment moment, @ForAll @IntRange(min = 1, max = 6000) int minutes) {
        ClockRecount recount = moment.recount();
        Instant due = moment.at().plus(Duration.ofMinutes(minutes));
        Instant opens = recount.first(moment.at(), any -> true);
        Instant end = recount.inside(due) ? due : recount.lastClosing(opens, due);
        Instant expectedEnd = end.isAfter(opens) ? end : recount.closing(opens);
        assertThat(callingHours(moment).window(moment.at(), due)).isEqualTo(new CallWindow(opens, expectedEnd));
    }

    @Property(tries = 2500)
    void aWindowIsNeverDueLaterThanPromisedIfAnybodyCouldCallInIt(
            @ForAll("moments") Moment moment, @ForAll @IntRange(min = 1, max = 6000) int minutes) {
        Instant due = moment.at().plus(Duration.ofMinutes(minutes));
        CallWindow window = callingHours(moment).window(moment.at(), due);
        assertThat(window.notBefore()).isAfterOrEqualTo(moment.at());
        assertThat(!window.dueAt().isAfter(due)).isEqualTo(window.notBefore().isBefore(due));
    }

    @Property(tries = 2500)
    void theNextAttemptIsLaterInsideCallingHoursAndInAnotherPartOfTheDay(
            @ForAll("moments") Moment moment, @ForAll @IntRange(min = 1, max = 5) int attempts) {
        ClockRecount recount = moment.recount();
        Instant next = callingHours(moment).afterAttempt(attempts, moment.at());
        assertThat(next).isAfter(moment.at());
        assertThat(recount.inside(next)).isTrue();
        if (hasAnotherPart(recount, part(recount, moment.at()))) {
            assertThat(part(recount, next)).isNotEqualTo(part(recount, moment.at()));
        }
    }

    @Property(tries = 2500)
    void theNextAttemptEqualsTheRecountMinuteByMinute(
            @ForAll("moments") Moment moment, @ForAll @IntRange(min = 1, max = 3) int attempts) {
        ClockRecount recount = moment.recount();
        Instant at = moment.at();
        int part = part(recount, at);
        Instant earliest = switch (attempts) {
            case 1 -> recount.first(at.plus(Duration.ofHours(2)), any -> true);
            case 2 -> nextMorning(recount, at);
            default -> nextEvening(recount, at);
        };
        Instant expected = hasAnotherPart(recount, part)
                ? recount.first(earliest, instant -> part(recount, instant) != part)
                : earliest;
        assertThat(callingHours(moment).afterAttempt(attempts, at)).isEqualTo(expected);
    }

    private static Instant nextMorning(ClockRecount recount, Instant at) {
        LocalDate today = recount.wallClock(at).toLocalDate();
        int wanted = partOfMinute(recount.spans().get(0)[0]);
        return recount.first(
                at,
                instant -> recount.wallClock(instant).toLocalDate().isAfter(today) && part(recount, instant) == wanted);
    }

    private static Instant nextEvening(ClockRecount recount, Instant at) {
        LocalDate today = recount.wallClock(at).toLocalDate();
        int wanted = partOfMinute(recount.spans().get(recount.spans().size() - 1)[1] - 1);
        LocalDate after = part(recount, at) < wanted ? today.minusDays(1) : today;
        return recount.first(
                at,
                instant -> recount.wallClock(instant).toLocalDate().isAfter(after) && part(recount, instant) == wanted);
    }

    private static boolean hasAnotherPart(ClockRecount recount, int part) {
        return recount.spans().stream()
                .anyMatch(span -> partOfMinute(span[0]) != part || partOfMinute(span[1] - 1) != part);
    }

    private static int part(ClockRecount recount, Instant instant) {
        LocalDateTime shown = recount.wallClock(instant);
        return partOfMinute(shown.getHour() * 60 + shown.getMinute());
    }

    private static int partOfMinute(int minute) {
        return minute < ClockRecount.NOON ? 0 : minute < ClockRecount.EVENING ? 1 : 2;
    }

    private static CallingHours callingHours(Moment moment) {
        return new CallingHours(
                moment.recount().zone(), DailyHours.parse(moment.recount().hours()));
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Moments.anyDay();
    }
}
