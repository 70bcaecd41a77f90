package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Predicate;

/**
 * The hours in which residents are rung, in their community's time zone: the same on every day of the week and on
 * holidays, because that is when people are at home.
 */
public record CallingHours(ZoneId zone, DailyHours hours) {
    /** House rule: not before nine, not in the midday rest, not after eight in the evening. */
    public static final DailyHours DEFAULT = DailyHours.parse("09:00-12:00,14:00-20:00");

    /** House rule: who did not answer is tried again after two hours. */
    public static final Duration FIRST_DELAY = Duration.ofHours(2);

    /** Whether a call may be made at this instant; the end of a span is outside. */
    public boolean contains(Instant instant) {
        return open().contains(instant);
    }

    /** The same instant when a call may be made then, else the next opening. */
    public Instant atOrAfter(Instant instant) {
        return open().atOrAfter(instant).from();
    }

    /**
     * Moves a window into calling hours. An opening outside them moves forward to the next opening. A due time outside
     * them moves back to the last closing before it, so that what was promised is kept: nobody can call in between.
     * If that leaves no time to call, the window ends with the span in which it opens. A due time exactly at a closing
     * stays.
     *
     * @throws IllegalArgumentException if {@code due} is not after {@code opens}
     */
    public CallWindow window(Instant opens, Instant due) {
        if (!due.isAfter(opens)) {
            throw new IllegalArgumentException("a window must end after it opens: " + opens + " to " + due);
        }
        Stretch first = open().atOrAfter(opens);
        Instant end = contains(due) ? due : lastClosing(first, due);
        return new CallWindow(first.from(), end.isAfter(first.from()) ? end : first.to());
    }

    private Instant lastClosing(Stretch first, Instant due) {
        Instant closing = first.to();
        for (Stretch next = first; !next.to().isAfter(due); next = open().atOrAfter(next.to())) {
            closing = next.to();
        }
        return closing;
    }

    /**
     * When to try again somebody who was not reached: after {@link #FIRST_DELAY}, after the second attempt the next
     * morning, after any further one the next evening; and then on to the first calling instant in another part of the
     * day than the failed attempt was made in, unless all calling hours lie in that part. The attempt itself may have
     * been made outside calling hours; the answer is inside them and after it.
     *
     * @param attemptsMade how many attempts failed so far, this one included: 1 or more
     * @throws IllegalArgumentException if no attempt was made
     */
    public Instant afterAttempt(int attemptsMade, Instant attemptedAt) {
        if (attemptsMade < 1) {
            throw new IllegalArgumentException("at least one attempt must have been made, not " + attemptsMade);
        }
        Instant earliest = switch (attemptsMade) {
            case 1 -> later(attemptedAt, FIRST_DELAY);
            case 2 -> nextMorning(attemptedAt);
            default -> nextEvening(attemptedAt);
        };
        return inAnotherPartOfDay(attemptedAt, earliest);
    }

    /**
     * The first calling instant at least {@code delay} after the given one.
     *
     * @throws IllegalArgumentException if the delay is not positive
     */
    public Instant later(Instant instant, Duration delay) {
        if (!delay.isPositive()) {
            throw new IllegalArgumentException("a delay must be positive: " + delay);
        }
        return atOrAfter(instant.plus(delay));
    }

    /**
     * The first calling instant of the next local day's morning; where nobody is rung in the morning, of that day. (A
     * day that the clock change leaves without a calling morning is passed over.)
     */
    public Instant nextMorning(Instant instant) {
        PartOfDay morning = PartOfDay.ofMinute(hours.spans().get(0).from());
        return first(instant, local(instant).toLocalDate().plusDays(1), morning);
    }

    /**
     * The start of the next calling evening that has not begun: today's before 18:00, else tomorrow's. Where nobody is
     * rung in the evening the last calling part of the day stands for it.
     */
    public Instant nextEvening(Instant instant) {
        LocalDateTime now = local(instant);
        List<Span> spans = hours.spansByPartOfDay();
        PartOfDay evening = PartOfDay.ofMinute(spans.get(spans.size() - 1).from());
        boolean begun = partOf(now).compareTo(evening) >= 0;
        return first(instant, now.toLocalDate().plusDays(begun ? 1 : 0), evening);
    }

    private Instant first(Instant from, LocalDate earliest, PartOfDay part) {
        return first(from, shown -> !shown.toLocalDate().isBefore(earliest) && partOf(shown) == part);
    }

    private Instant inAnotherPartOfDay(Instant attemptedAt, Instant earliest) {
        PartOfDay tried = partOf(local(attemptedAt));
        boolean another = hours.spansByPartOfDay().stream().anyMatch(span -> PartOfDay.ofMinute(span.from()) != tried);
        return another ? first(earliest, shown -> partOf(shown) != tried) : earliest;
    }

    /** The first calling instant, at the given one or at the start of a span or a part of the day, that is wanted. */
    private Instant first(Instant from, Predicate<LocalDateTime> wanted) {
        OpenTime byPart = new OpenTime(rules(), hours.spansByPartOfDay(), date -> true);
        Stretch stretch = byPart.atOrAfter(from);
        while (!wanted.test(local(stretch.from()))) {
            stretch = byPart.atOrAfter(stretch.to());
        }
        return stretch.from();
    }

    private static PartOfDay partOf(LocalDateTime shown) {
        return PartOfDay.of(shown.toLocalTime());
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private OpenTime open() {
        return new OpenTime(rules(), hours.spans(), date -> true);
    }

    private ZoneRules rules() {
        return zone.getRules();
    }
}
