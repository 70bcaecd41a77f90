package org.bihuan.workorder.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.bihuan.calendar.ClockRecount;
import org.bihuan.calendar.DailyHours;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.Moments;
import org.bihuan.calendar.Moments.Moment;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.calendar.WorkingTime;

/** Random working hours of random places, with instants many of which are close to clock changes, and random allowances. */
final class Works {
    private Works() {}

    /** Enough time every week that a minute-by-minute count comes to an end. */
    static Arbitrary<Moment> moments() {
        return Moments.workingDays().filter(moment -> weeklyMinutes(moment.recount()) >= 240);
    }

    private static int weeklyMinutes(ClockRecount recount) {
        Set<DayOfWeek> days = recount.weekly();
        return days.size()
                * recount.spans().stream().mapToInt(span -> span[1] - span[0]).sum();
    }

    static OpenHours hours(ClockRecount recount) {
        Map<LocalDate, DayKind> exceptions = recount.exceptions().entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, day -> day.getValue() ? DayKind.WORKING : DayKind.HOLIDAY));
        return new OpenHours(new WorkingTime(
                recount.zone(), DailyHours.parse(recount.hours()), new WorkingDays(recount.weekly(), exceptions)));
    }

    /** Seconds, minutes or a few days. */
    static Arbitrary<ClockPlan.Allowance> allowances() {
        Arbitrary<Duration> seconds = Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 300),
                        Arbitraries.longs().between(1, 8 * 3600L),
                        Arbitraries.longs().between(1, 20).map(half -> half * 1800))
                .map(Duration::ofSeconds);
        return Combinators.combine(seconds, Arbitraries.of(true, false)).as(ClockPlan.Allowance::new);
    }
}
