package org.bihuan.calendar;

/** What a date is when it is not what its day of the week says. */
public enum DayKind {
    /** A working day, whatever the day of the week: a weekend day worked to make up for a holiday (调休上班). */
    WORKING,
    /** A day off, whatever the day of the week. */
    HOLIDAY
}
