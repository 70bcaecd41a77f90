package org.bihuan.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The open hours of a local day: ordered spans that do not overlap and do not cross midnight, in whole minutes, each
 * half open. Two are equal when they mean the same hours.
 */
public final class DailyHours {
    /** {@code 00:00-24:00}. */
    public static final DailyHours WHOLE_DAY = new DailyHours(List.of(new Span(0, Span.MINUTES_OF_DAY)));

    private static final Pattern SPAN = Pattern.compile("([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})");

    private final List<Span> spans;

    private DailyHours(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /**
     * Reads hours as people write them: {@code 09:00-12:00,14:00-20:00}. {@code 24:00} may end the last span. Spans
     * that touch are joined: {@code 09:00-12:00,12:00-14:00} is {@code 09:00-14:00}.
     *
     * @throws IllegalArgumentException if the text is not of this form, or a span is empty, reversed, past 24:00, out
     *     of order or overlaps another
     */
    public static DailyHours parse(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            append(spans, span(part.strip(), text));
        }
        return new DailyHours(spans);
    }

    private static Span span(String part, String text) {
        Matcher matcher = SPAN.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("hours must look like 09:00-12:00,14:00-20:00, not \"" + text + "\"");
        }
        int from = minute(matcher.group(1), matcher.group(2));
        int to = minute(matcher.group(3), matcher.group(4));
        if (from >= to) {
            throw new IllegalArgumentException("a span must end after it starts: " + part);
        }
        return new Span(from, to);
    }

    private static int minute(String hour, String minute) {
        int minuteOfHour = Integer.parseInt(minute);
        int minuteOfDay = Integer.parseInt(hour) * 60 + minuteOfHour;
        if (minuteOfHour > 59 || minuteOfDay > Span.MINUTES_OF_DAY) {
            throw new IllegalArgumentException("no such time of day: " + hour + ":" + minute);
        }
        return minuteOfDay;
    }

    private static void append(List<Span> spans, Span next) {
        if (spans.isEmpty()) {
            spans.add(next);
            return;
        }
        Span last = spans.get(spans.size() - 1);
        if (next.from() < last.from()) {
            throw new IllegalArgumentException("spans must be in order: " + next + " comes after " + last);
        }
        if (next.from() < last.to()) {
            throw new IllegalArgumentException("spans must not overlap: " + last + " and " + next);
        }
        if (next.from() == last.to()) {
            spans.set(spans.size() - 1, new Span(last.from(), next.to()));
        } else {
            spans.add(next);
        }
    }

    /** Whether a local time lies inside; the end of a span does not. */
    public boolean contains(LocalTime time) {
        int minute = time.toSecondOfDay() / 60;
        return spans.stream().anyMatch(span -> span.contains(minute));
    }

    /** How long they are by the clock on the wall. */
    public Duration length() {
        return Duration.ofMinutes(
                spans.stream().mapToInt(span -> span.to() - span.from()).sum());
    }

    List<Span> spans() {
        return spans;
    }

    /** The same hours in spans that each lie within one part of the day. */
    List<Span> spansByPartOfDay() {
        return spans.stream()
                .flatMap(span -> Arrays.stream(PartOfDay.values())
                        .filter(part -> span.from() < part.endMinute() && part.startMinute() < span.to())
                        .map(part -> new Span(
                                Math.max(span.from(), part.startMinute()), Math.min(span.to(), part.endMinute()))))
                .toList();
    }

    /** The canonical text, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DailyHours that && spans.equals(that.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }
}
