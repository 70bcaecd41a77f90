package org.bihuan.savedview.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instant that a filter names by what the clock says when it is used: {@code NOW}, or when {@code TODAY}, this {@code WEEK}
 * (a Monday) or this {@code MONTH} began where the community is; before or after it by an ISO 8601 duration, such as
 * {@code NOW+PT2H}, {@code TODAY-P7D} or {@code MONTH-P1M}.
 */
final class RelativeTime {
    private static final Pattern FORM = Pattern.compile("(NOW|TODAY|WEEK|MONTH)(?:([+-])(P[0-9A-Z]{2,20}))?");

    private RelativeTime() {}

    /** Empty for what is not said in this form. */
    static Optional<Instant> resolve(String text, Instant now, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            ZonedDateTime begin = begin(form.group(1), now.atZone(zone));
            if (form.group(2) == null) {
                return Optional.of(begin.toInstant());
            }
            TemporalAmount amount = amount(form.group(3));
            ZonedDateTime moved = form.group(2).equals("+") ? begin.plus(amount) : begin.minus(amount);
            return Optional.of(moved.toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime begin(String name, ZonedDateTime now) {
        if (name.equals("NOW")) {
            return now;
        }
        var today = now.toLocalDate();
        var day = switch (name) {
            case "WEEK" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> today.withDayOfMonth(1);
            default -> today;
        };
        return day.atStartOfDay(now.getZone());
    }

    /** Days, weeks, months and years are those of the calendar; with hours in it, a day has 24 of them. */
    private static TemporalAmount amount(String text) {
        return text.contains("T") ? Duration.parse(text) : Period.parse(text);
    }
}
