package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Time counted the slow way, by looking at the wall clock once every minute; it shares no code with what it checks.
 * Right for zones whose offsets are whole minutes.
 */
public record ClockRecount(ZoneId zone, List<int[]> spans, Set<DayOfWeek> weekly, Map<LocalDate, Boolean> exceptions) {
    static final int EVENING = 18 * 60;
    static final int NOON = 12 * 60;

    /** As the software reads them. */
    public String hours() {
        return spans.stream()
                .map(span ->
                        String.format("%02d:%02d-%02d:%02d", span[0] / 60, span[0] % 60, span[1] / 60, span[1] % 60))
                .collect(Collectors.joining(","));
    }

    LocalDateTime wallClock(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** Whether time counts at this instant. */
    public boolean inside(Instant instant) {
        LocalDateTime shown = wallClock(instant);
        LocalDate date = shown.toLocalDate();
        Boolean exception = exceptions.get(date);
        boolean working = exception == null ? weekly.contains(date.getDayOfWeek()) : exception;
        return working && spanShown(shown) >= 0;
    }

    private int spanShown(LocalDateTime shown) {
        int minute = shown.getHour() * 60 + shown.getMinute();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i)[0] <= minute && minute < spans.get(i)[1]) {
                return i;
            }
        }
        return -1;
    }

    /** The first instant inside that is wanted: the given one or the beginning of a later minute. */
    Instant first(Instant from, Predicate<Instant> wanted) {
        Instant instant = from;
        while (!inside(instant) || !wanted.test(instant)) {
            instant = nextMinute(instant);
        }
        return instant;
    }

    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Instant instant = from; instant.isBefore(to); ) {
            Instant next = earlier(nextMinute(instant), to);
            sum = inside(instant) ? sum.plus(Duration.between(instant, next)) : sum;
            instant = next;
        }
        return sum;
    }

    Instant plus(Instant from, Duration working) {
        Instant instant = from;
        Duration left = working;
        while (left.isPositive()) {
            Instant next = nextMinute(instant);
            if (inside(instant)) {
                next = earlier(next, instant.plus(left));
                left = left.minus(Duration.between(instant, next));
            }
            instant = next;
        }
        return instant;
    }

    /** The last minute boundary at or before the instant at which a span ends, if there is one after the floor. */
    Instant lastClosing(Instant floor, Instant instant) {
        Instant minute = Instant.ofEpochSecond(instant.getEpochSecond() / 60 * 60);
        while (minute.isAfter(floor)) {
            if (inside(minute.minusSeconds(60)) && !inside(minute)) {
                return minute;
            }
            minute = minute.minusSeconds(60);
        }
        return floor;
    }

    /** When the wall clock first shows another date or another time than that of the span the instant lies in. */
    Instant closing(Instant inside) {
        LocalDateTime first = wallClock(inside);
        Instant instant = inside;
        LocalDateTime shown = first;
        while (shown.toLocalDate().equals(first.toLocalDate()) && spanShown(shown) == spanShown(first)) {
            instant = nextMinute(instant);
            shown = wallClock(instant);
        }
        return instant;
    }

    private static Instant nextMinute(Instant instant) {
        return Instant.ofEpochSecond((instant.getEpochSecond() / 60 + 1) * 60);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return zone + " " + hours() + " " + weekly + " " + exceptions;
    }
}
