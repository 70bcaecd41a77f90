package org.bihuan.calendar;

import java.time.LocalTime;

/** The parts of a local day in which different people are at home: one who did not answer in one may in another. */
public enum PartOfDay {
    /** From midnight to 12:00. */
    MORNING(0, 12 * 60),
    /** From 12:00 to 18:00. */
    AFTERNOON(12 * 60, 18 * 60),
    /** From 18:00 to midnight. */
    EVENING(18 * 60, Span.MINUTES_OF_DAY);

    private final int startMinute;
    private final int endMinute;

    PartOfDay(int startMinute, int endMinute) {
        this.startMinute = startMinute;
        this.endMinute = endMinute;
    }

    /** The part that a local time lies in; a part begins with its first minute. */
    public static PartOfDay of(LocalTime time) {
        return ofMinute(time.toSecondOfDay() / 60);
    }

    static PartOfDay ofMinute(int minuteOfDay) {
        if (minuteOfDay < MORNING.endMinute) {
            return MORNING;
        }
        return minuteOfDay < AFTERNOON.endMinute ? AFTERNOON : EVENING;
    }

    int startMinute() {
        return startMinute;
    }

    int endMinute() {
        return endMinute;
    }
}
