package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Counts time only while the local clock is inside working hours of a working day, exact to the nanosecond. What counts
 * is the real time that passes: a working hour that the clock skips in spring counts nothing, one that it shows twice
 * in autumn counts twice.
 */
public record WorkingTime(ZoneId zone, DailyHours hours, WorkingDays days) {
    private static final WorkingTime AROUND_THE_CLOCK =
            new WorkingTime(ZoneOffset.UTC, DailyHours.WHOLE_DAY, WorkingDays.EVERY_DAY);

    /** All time counts, in every zone: plain addition and subtraction. */
    public static WorkingTime aroundTheClock() {
        return AROUND_THE_CLOCK;
    }

    /** Whether time counts at this instant; a closing is outside. */
    public boolean contains(Instant instant) {
        return open().contains(instant);
    }

    /** The same instant when it is inside working time, else the next opening. */
    public Instant atOrAfter(Instant instant) {
        return open().atOrAfter(instant).from();
    }

    /**
     * The earliest instant by which so much working time has passed since {@code from}. So an amount used up exactly at
     * a closing ends at that closing, not at the next opening, and zero is {@code from} itself wherever it lies.
     *
     * @throws IllegalArgumentException if the amount is negative, or is not reached within 100 years
     */
    public Instant plus(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("working time to add must not be negative: " + working);
        }
        return isAroundTheClock() || working.isZero() ? from.plus(working) : walk(from, working);
    }

    private Instant walk(Instant from, Duration working) {
        Instant horizon = OpenTime.horizon(from);
        OpenTime open = open();
        Duration left = working;
        Stretch stretch = open.atOrAfter(from);
        while (left.compareTo(stretch.length()) > 0) {
            left = left.minus(stretch.length());
            stretch = open.atOrAfter(stretch.to());
            if (stretch.from().isAfter(horizon)) {
                throw new IllegalArgumentException(
                        working + " of working time is not reached within 100 years after " + from);
            }
        }
        return stretch.from().plus(left);
    }

    /**
     * The working time that passes from one instant to the other; negative when the second is the earlier one.
     *
     * @throws IllegalArgumentException if they lie more than 100 years apart
     */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        return isAroundTheClock() ? Duration.between(from, to) : count(from, to);
    }

    private Duration count(Instant from, Instant to) {
        if (to.isAfter(OpenTime.horizon(from))) {
            throw new IllegalArgumentException(from + " and " + to + " lie more than 100 years apart");
        }
        OpenTime open = open();
        Duration sum = Duration.ZERO;
        Stretch stretch = open.atOrAfter(from);
        while (!stretch.to().isAfter(to)) {
            sum = sum.plus(stretch.length());
            stretch = open.atOrAfter(stretch.to());
        }
        return stretch.from().isBefore(to) ? sum.plus(Duration.between(stretch.from(), to)) : sum;
    }

    private boolean isAroundTheClock() {
        return hours.equals(DailyHours.WHOLE_DAY) && days.isEveryDay();
    }

    private OpenTime open() {
        return new OpenTime(zone.getRules(), hours.spans(), days::isWorking);
    }
}
