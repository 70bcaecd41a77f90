package org.bihuan.reporting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** From a day to a day, both included, as the calendar of a place has them. */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
    /** House rule: two years, a leap day included, show every season twice; more is a matter for an export. */
    static final int LONGEST = 731;

    /**
     * What was asked for; up to today when no end is given, from the first of the month when no beginning is.
     *
     * @throws InvalidInput when it ends before it begins, or is longer than reports go
     */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone, Instant now) {
        LocalDate last = to == null ? now.atZone(zone).toLocalDate() : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        List<FieldError> errors = new ArrayList<>();
        if (last.isBefore(first)) {
            errors.add(new FieldError(to == null ? "?from" : "?to", "PERIOD_REVERSED"));
        } else if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            errors.add(new FieldError("?from", "PERIOD_TOO_LONG", LONGEST));
        }
        if (!errors.isEmpty()) {
            throw InvalidInput.malformed(errors);
        }
        return new Period(first, last, zone);
    }

    /** The same number of days, just before. */
    public Period before() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), to.minusDays(days), zone);
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    Instant ends() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
