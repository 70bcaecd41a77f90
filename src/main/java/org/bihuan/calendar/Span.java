package org.bihuan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Part of a local day, in minutes since midnight, half open. 1440 is the midnight that ends the day. */
record Span(int from, int to) {
    static final int MINUTES_OF_DAY = 24 * 60;

    Span {
        if (from < 0 || to > MINUTES_OF_DAY || from >= to) {
            throw new IllegalArgumentException(
                    "a span must end after it starts and lie within one day: " + text(from, to));
        }
    }

    Instant startOn(LocalDate date, ZoneOffset offset) {
        return at(date, from, offset);
    }

    Instant endOn(LocalDate date, ZoneOffset offset) {
        return at(date, to, offset);
    }

    boolean contains(int minuteOfDay) {
        return from <= minuteOfDay && minuteOfDay < to;
    }

    private static Instant at(LocalDate date, int minute, ZoneOffset offset) {
        long second = date.toEpochDay() * 86_400L + minute * 60L - offset.getTotalSeconds();
        return Instant.ofEpochSecond(second);
    }

    @Override
    public String toString() {
        return text(from, to);
    }

    private static String text(int from, int to) {
        return String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
    }
}
