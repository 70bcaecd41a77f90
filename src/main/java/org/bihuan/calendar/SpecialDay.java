package org.bihuan.calendar;

import java.time.LocalDate;

/** A date that is not what its day of the week says, with its name as people read it (春节, 春节调休). */
public record SpecialDay(LocalDate date, DayKind kind, String name) {
    /**
     * @throws IllegalArgumentException if the name is blank
     */
    public SpecialDay {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a special day needs a name: " + date);
        }
    }
}
