package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.shared.TenantRepository;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CalendarDayRepository implements TenantRepository<CalendarDay> {
    /** All of them, as the working time needs them: asked at nearly every change of an order. */
    List<SpecialDay> special() {
        return getSession()
                .createSelectionQuery("select d.day, d.kind, d.name from CalendarDay d", SpecialDay.class)
                .getResultList();
    }

    /** By date; null bounds bound nothing. */
    List<CalendarDay> page(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate after, int rows) {
        Conditions conditions = between(from, to);
        if (after != null) {
            conditions.and("d.day > :after", "after", after);
        }
        return conditions
                .query(getEntityManager(), "select d from CalendarDay d", " order by d.day", CalendarDay.class)
                .setMaxResults(rows)
                .getResultList();
    }

    long count(@Nullable LocalDate from, @Nullable LocalDate to) {
        return between(from, to)
                .query(getEntityManager(), "select count(d) from CalendarDay d", "", Long.class)
                .getSingleResult();
    }

    private static Conditions between(@Nullable LocalDate from, @Nullable LocalDate to) {
        Conditions conditions = new Conditions();
        if (from != null) {
            conditions.and("d.day >= :from", "from", from);
        }
        if (to != null) {
            conditions.and("d.day <= :to", "to", to);
        }
        return conditions;
    }

    boolean isTaken(CalendarDay day) {
        return new Conditions()
                .and("d.day = :day", "day", day.day())
                .and("d.id <> :self", "self", day.id())
                .meetsAny(getEntityManager(), "select d.id from CalendarDay d");
    }
}
