package org.bihuan.workorder.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.workorder.domain.ClockPlan.Allowance;

/** Allowances as ISO 8601 durations. Around the clock a day has 24 hours, in working time {@link ClockPlan#WORKING_DAY}. */
final class AllowanceText {
    private static final Pattern DAYS_AND_TIME = Pattern.compile("P(?:([0-9]{1,4})D)?(T.+)?", Pattern.CASE_INSENSITIVE);

    private AllowanceText() {}

    /** @throws DateTimeException if it is no duration */
    static Duration parse(String text, boolean aroundTheClock) {
        Matcher parts = DAYS_AND_TIME.matcher(text);
        if (aroundTheClock || !parts.matches() || parts.group(1) == null) {
            return Duration.parse(text);
        }
        Duration days = ClockPlan.WORKING_DAY.multipliedBy(Long.parseLong(parts.group(1)));
        return parts.group(2) == null ? days : days.plus(Duration.parse("P" + parts.group(2)));
    }

    /** Whole working days as days, all else in hours, minutes and seconds. */
    static String of(Allowance allowance) {
        long seconds = allowance.duration().toSeconds();
        long day = ClockPlan.WORKING_DAY.toSeconds();
        return !allowance.aroundTheClock() && seconds % day == 0
                ? "P" + seconds / day + "D"
                : allowance.duration().toString();
    }
}
