package org.bihuan.estate.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.bihuan.calendar.CallingHours;
import org.bihuan.calendar.DailyHours;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.shared.SingleLine;
import org.jspecify.annotations.Nullable;

/** What may be changed about a community. */
public record CommunityDetails(
        @NotBlank @Size(max = 100) @SingleLine String name,
        @NotNull @ZoneName String timeZone,
        @Size(max = 300) @SingleLine @Nullable String address,
        @NotNull @Hours String callingHours,
        @NotNull @Hours String workingHours,
        @NotEmpty Set<@NotNull DayOfWeek> workingDays) {
    public static final String CALLING_HOURS = CallingHours.DEFAULT.toString();

    /** House rule. */
    public static final String WORKING_HOURS = "08:30-18:00";

    /**
     * The week that public holidays and their make-up days shift: a working Sunday says something only where Sundays are
     * off. A desk that is open every day sets all seven.
     */
    public static final Set<DayOfWeek> WORKING_DAYS = WorkingDays.MONDAY_TO_FRIDAY.weekly();

    /** House rule; where hardly anybody ever works, a deadline of some days would fall due in another century. */
    static final Duration SHORTEST_WEEK = Duration.ofHours(1);

    boolean isWorkedEnough() {
        Duration week = DailyHours.parse(workingHours).length().multipliedBy(workingDays.size());
        return week.compareTo(SHORTEST_WEEK) >= 0;
    }

    /** Whether nothing but the hours differs. */
    boolean differsOnlyInHoursFrom(CommunityDetails other) {
        return equals(new CommunityDetails(
                other.name, other.timeZone, other.address, callingHours, workingHours, workingDays));
    }
}
