package org.bihuan.reporting.domain;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** From when to when somebody had the desk. */
record Shift(Instant from, Instant to) {
    /** House rule: a day has three of them. */
    private static final Duration USUAL = Duration.ofHours(8);

    /** Whoever hands over more than this wants a report. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration LONGEST_NEXT = Duration.ofDays(1);

    /** @throws InvalidInput when it ends before it begins, or lasts longer than a week */
    static Shift of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw InvalidInput.invalid("?to", "WINDOW_REVERSED");
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw InvalidInput.invalid("?from", "SHIFT_TOO_LONG", LONGEST.toDays());
        }
        return new Shift(begin, end);
    }

    /** The next one lasts as long as this, but no longer than a day. */
    Instant endOfNext(Instant now) {
        Duration length = Duration.between(from, to);
        return now.plus(length.compareTo(LONGEST_NEXT) > 0 ? LONGEST_NEXT : length);
    }
}
