package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which dates are worked: some days of every week, and dates that are otherwise. */
public record WorkingDays(Set<DayOfWeek> weekly, Map<LocalDate, DayKind> exceptions) {
    public static final WorkingDays MONDAY_TO_FRIDAY = weekly(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** Seven days a week, as property staff often work. */
    public static final WorkingDays EVERY_DAY = weekly(EnumSet.allOf(DayOfWeek.class));

    /**
     * @throws IllegalArgumentException if no day of the week is worked; so every calendar has working time ahead
     */
    public WorkingDays {
        if (weekly.isEmpty()) {
            throw new IllegalArgumentException("at least one day of the week must be a working day");
        }
        weekly = Set.copyOf(weekly);
        exceptions = Map.copyOf(exceptions);
    }

    /** Days of the week, without exceptions. */
    public static WorkingDays weekly(Set<DayOfWeek> weekly) {
        return new WorkingDays(weekly, Map.of());
    }

    /** The same week with these dates added to its exceptions; a date that is there already is replaced. */
    public WorkingDays with(Collection<SpecialDay> days) {
        Map<LocalDate, DayKind> merged = new HashMap<>(exceptions);
        days.forEach(day -> merged.put(day.date(), day.kind()));
        return new WorkingDays(weekly, merged);
    }

    public boolean isWorking(LocalDate date) {
        DayKind exception = exceptions.get(date);
        return exception == null ? weekly.contains(date.getDayOfWeek()) : exception == DayKind.WORKING;
    }

    /** Whether no date at all is off. */
    boolean isEveryDay() {
        return weekly.size() == DayOfWeek.values().length && !exceptions.containsValue(DayKind.HOLIDAY);
    }
}
