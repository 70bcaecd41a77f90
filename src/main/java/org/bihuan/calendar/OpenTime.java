package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lays spans of the local clock onto the time line. An instant is open when the wall clock, at that instant, shows a
 * date that counts and a time inside a span. So a span that a clock change cuts short is shorter in real time, and an
 * hour that the clock shows twice is open twice.
 *
 * <p>It walks from one clock change to the next, and by local date between them: within one offset local and real time
 * run in step, which is not so of the dates themselves (a clock put back over midnight shows the old date again).
 */
record OpenTime(ZoneRules rules, List<Span> spans, Predicate<LocalDate> counts) {
    /** 100 years. Nobody sets a clock for longer; it bounds the walk through a calendar that holds almost no open time. */
    private static final Duration HORIZON = Duration.ofDays(36_525);

    boolean contains(Instant instant) {
        return spanShown(LocalDateTime.ofInstant(instant, rules.getOffset(instant))) != null;
    }

    /**
     * The open stretch that holds the instant, from the instant on, or else the first stretch after it. It lies within
     * one span of one date.
     *
     * @throws IllegalArgumentException if nothing is open within 100 years
     */
    Stretch atOrAfter(Instant instant) {
        Instant horizon = horizon(instant);
        Instant cursor = instant;
        while (cursor.isBefore(horizon)) {
            ZoneOffsetTransition change = rules.nextTransition(cursor);
            Instant limit = change == null || change.getInstant().isAfter(horizon) ? horizon : change.getInstant();
            Stretch stretch = beforeChange(cursor, rules.getOffset(cursor), limit);
            if (stretch != null) {
                return stretch;
            }
            cursor = limit;
        }
        throw new IllegalArgumentException("nothing is open for 100 years after " + instant);
    }

    /** The last instant that a question about time from the given one on may reach. */
    static Instant horizon(Instant from) {
        return from.plus(HORIZON);
    }

    private @Nullable Stretch beforeChange(Instant from, ZoneOffset offset, Instant limit) {
        LocalDate last = LocalDateTime.ofInstant(limit, offset).toLocalDate();
        LocalDate date = LocalDateTime.ofInstant(from, offset).toLocalDate();
        for (; !date.isAfter(last); date = date.plusDays(1)) {
            Stretch stretch = counts.test(date) ? onDate(date, from, offset, limit) : null;
            if (stretch != null) {
                return stretch;
            }
        }
        return null;
    }

    private @Nullable Stretch onDate(LocalDate date, Instant from, ZoneOffset offset, Instant limit) {
        for (Span span : spans) {
            Instant start = later(from, span.startOn(date, offset));
            Instant end = span.endOn(date, offset);
            if (start.isBefore(end) && start.isBefore(limit)) {
                return new Stretch(start, end.isBefore(limit) ? end : acrossChange(date, span, limit));
            }
        }
        return null;
    }

    /** The end of a span in or at the end of which the clock changes: it goes on while the clock shows that span. */
    private Instant acrossChange(LocalDate date, Span span, Instant change) {
        LocalDateTime shown = LocalDateTime.ofInstant(change, rules.getOffset(change));
        boolean goesOn = shown.toLocalDate().equals(date) && span.equals(spanShown(shown));
        return goesOn ? atOrAfter(change).to() : change;
    }

    private @Nullable Span spanShown(LocalDateTime shown) {
        if (!counts.test(shown.toLocalDate())) {
            return null;
        }
        int minute = shown.getHour() * 60 + shown.getMinute();
        return spans.stream().filter(span -> span.contains(minute)).findFirst().orElse(null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
