package org.bihuan.estate.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** A day that is not what its day of the week says, for all communities of a company. */
@Entity
@Table(name = "special_day")
public class CalendarDay extends Revisable {
    @Id
    private UUID id;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private DayKind kind;

    private String name;
    private @Nullable String source;

    protected CalendarDay() {}

    CalendarDay(CalendarDayDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        change(details, now);
    }

    final void change(CalendarDayDetails details, Instant now) {
        day = details.date();
        kind = details.kind();
        name = details.name().strip();
        source = details.source();
        changed(now);
    }

    CalendarDayDetails details() {
        return new CalendarDayDetails(day, kind, name, source);
    }

    SpecialDay special() {
        return new SpecialDay(day, kind, name);
    }

    public UUID id() {
        return id;
    }

    public LocalDate day() {
        return day;
    }

    public DayKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public @Nullable String source() {
        return source;
    }
}
