package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The special days of a company. */
@ApplicationScoped
public class CalendarService {
    private final CalendarDayRepository days;
    private final Paging paging;
    private final Clock clock;

    CalendarService(CalendarDayRepository days, Paging paging, Clock clock) {
        this.days = days;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> T create(CalendarDayDetails details, Function<CalendarDay, T> view) {
        CalendarDay day = new CalendarDay(details, clock.instant());
        requireFreeDate(day);
        days.persistAndFlush(day);
        return view.apply(day);
    }

    @Transactional
    public <T> T change(
            UUID id, @Nullable String ifMatch, UnaryOperator<CalendarDayDetails> patch, Function<CalendarDay, T> view) {
        CalendarDay day = days.loadForChange(id);
        Versions.requireMatch(ifMatch, day.version());
        day.change(patch.apply(day.details()), clock.instant());
        requireFreeDate(day);
        days.flush();
        return view.apply(day);
    }

    private void requireFreeDate(CalendarDay day) {
        if (days.isTaken(day)) {
            throw InvalidInput.invalid("/date", "DATE_TAKEN");
        }
    }

    @Transactional
    public boolean exists(UUID id) {
        return days.findByIdOptional(id).isPresent();
    }

    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        CalendarDay day = days.loadForChange(id);
        Versions.requireMatch(ifMatch, day.version());
        days.delete(day);
    }

    @Transactional
    public <T> T read(UUID id, Function<CalendarDay, T> view) {
        return view.apply(days.load(id));
    }

    @Transactional
    public <T> Listing<T> list(
            PageQuery page, @Nullable LocalDate from, @Nullable LocalDate to, Function<CalendarDay, T> view) {
        Paging.Position after = paging.after(page);
        LocalDate last = after == null ? null : LocalDate.parse(after.text(0));
        List<CalendarDay> rows = days.page(from, to, last, page.size() + 1);
        return paging.page(page, rows, day -> List.of(day.day()), () -> days.count(from, to))
                .map(view);
    }
}
