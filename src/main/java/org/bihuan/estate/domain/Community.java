package org.bihuan.estate.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bihuan.calendar.CallingHours;
import org.bihuan.calendar.DailyHours;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.calendar.WorkingTime;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** An estate, with its time zone, calling hours and working week. */
@Entity
public class Community extends Revisable {
    @Id
    private UUID id;

    private String name;
    private String timeZone;
    private @Nullable String address;
    private String callingHours;
    private String workingHours;

    @Column(columnDefinition = "text[]")
    private String[] workingDays;

    protected Community() {}

    Community(CommunityDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        change(details, now);
    }

    final void change(CommunityDetails details, Instant now) {
        name = details.name().strip();
        timeZone = details.timeZone();
        address = details.address();
        callingHours = DailyHours.parse(details.callingHours()).toString();
        workingHours = DailyHours.parse(details.workingHours()).toString();
        workingDays =
                details.workingDays().stream().sorted().map(DayOfWeek::name).toArray(String[]::new);
        changed(now);
    }

    CommunityDetails details() {
        return new CommunityDetails(name, timeZone, address, callingHours, workingHours, workingDays());
    }

    /** With its hours, as other modules need it. */
    Estate.Community withHours(Collection<SpecialDay> specialDays) {
        ZoneId zone = zone();
        return new Estate.Community(
                id,
                name,
                zone,
                new CallingHours(zone, DailyHours.parse(callingHours)),
                new WorkingTime(
                        zone,
                        DailyHours.parse(workingHours),
                        WorkingDays.weekly(workingDays()).with(specialDays)));
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String address() {
        return address;
    }

    public String callingHours() {
        return callingHours;
    }

    public String workingHours() {
        return workingHours;
    }

    public Set<DayOfWeek> workingDays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(workingDays).map(DayOfWeek::valueOf).forEach(days::add);
        return days;
    }
}
