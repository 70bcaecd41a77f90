package org.bihuan.estate.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.company.CompanyCreated;
import org.bihuan.shared.Ids;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Fills the public holidays of this year and the next into the calendars of all companies, once: from then on the table is the
 * truth. A year that was filled before it was announced is filled again when this software knows the notice, unless somebody
 * has changed anything about it.
 */
@ApplicationScoped
public class CalendarYears {
    private static final Logger LOG = Logger.getLogger(CalendarYears.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Session database;
    private final ObjectMapper json;
    private final Clock clock;

    CalendarYears(Session database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    record Row(UUID id, LocalDate day, DayKind kind, String name, String source) {}

    void begin(@Observes CompanyCreated created) {
        fill(created.company().value(), CalendarYear.of(thisYear()));
        fill(created.company().value(), CalendarYear.of(thisYear() + 1));
    }

    /**
     * Looks after every company; one that fails does not keep the others waiting.
     *
     * @return how many years of companies were filled
     */
    public int fillAll() {
        return fillAll(CalendarYear.of(thisYear())) + fillAll(CalendarYear.of(thisYear() + 1));
    }

    int fillAll(CalendarYear year) {
        int filled = 0;
        for (UUID company : QuarkusTransaction.requiringNew().call(() -> without(year))) {
            try {
                filled += QuarkusTransaction.requiringNew().call(() -> fill(company, year)) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.errorf(e, "The calendar of %s for %d was not filled", company, year.year());
            }
        }
        return filled;
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), CHINA).getYear();
    }

    private List<UUID> without(CalendarYear year) {
        return database.createNativeQuery("""
                        select c.company_id from company c where not exists (
                          select 1 from calendar_year y
                          where y.company_id = c.company_id and y.year = :year and (y.announced or not :announced))
                        """, UUID.class)
                .setParameter("year", year.year())
                .setParameter("announced", year.announced())
                .getResultList();
    }

    /** In one transaction, under the lock of the row that says so: of several instances one does it. */
    private boolean fill(UUID company, CalendarYear year) {
        if (mark(company, year, "on conflict do nothing")) {
            insert(company, year);
            return true;
        }
        boolean sinceAnnounced = mark(company, year, """
                on conflict (company_id, year) do update set announced = true, filled_at = excluded.filled_at
                where excluded.announced and not calendar_year.announced
                """);
        if (!sinceAnnounced || !isUntouched(company, year.year())) {
            return false;
        }
        deleteCertain(company, year.year());
        insert(company, year);
        return true;
    }

    private boolean mark(UUID company, CalendarYear year, String otherwise) {
        String insert = """
                insert into calendar_year (company_id, year, announced, filled_at)
                values (:company, :year, :announced, :now)
                """;
        return database.createNativeMutationQuery(insert + otherwise)
                        .setParameter("company", company)
                        .setParameter("year", year.year())
                        .setParameter("announced", year.announced())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }

    /** A day that somebody entered before stays as it is. */
    private void insert(UUID company, CalendarYear year) {
        List<Row> rows = year.days().stream()
                .map(day -> new Row(Ids.next(), day.date(), day.kind(), day.name(), year.source()))
                .toList();
        database.createNativeMutationQuery("""
                        insert into special_day (company_id, id, day, kind, name, source, created_at, updated_at)
                        select :company, d.id, d.day, d.kind, d.name, d.source, :now, :now
                        from jsonb_to_recordset(cast(:days as jsonb))
                          as d (id uuid, day date, kind text, name text, source text)
                        on conflict (company_id, day) do nothing
                        """)
                .setParameter("company", company)
                .setParameter("now", clock.instant())
                .setParameter("days", text(rows))
                .executeUpdate();
    }

    /** Whether the year is day by day as it was filled in. */
    private boolean isUntouched(UUID company, int year) {
        List<Tuple> present = database.createNativeQuery("""
                        select cast(day as text), source = :source and version = 0 from special_day
                        where company_id = :company and day between :first and :last
                        """, Tuple.class)
                .setParameter("source", CalendarYear.REGULATION)
                .setParameter("company", company)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .getResultList();
        Set<LocalDate> days = present.stream()
                .map(row -> LocalDate.parse(row.get(0, String.class)))
                .collect(Collectors.toSet());
        Set<LocalDate> filled =
                CalendarYear.certain(year).days().stream().map(SpecialDay::date).collect(Collectors.toSet());
        return days.equals(filled) && present.stream().allMatch(row -> Boolean.TRUE.equals(row.get(1, Boolean.class)));
    }

    private void deleteCertain(UUID company, int year) {
        database.createNativeMutationQuery(
                        "delete from special_day where company_id = :company and day between :first and :last")
                .setParameter("company", company)
                .setParameter("first", LocalDate.of(year, 1, 1))
                .setParameter("last", LocalDate.of(year, 12, 31))
                .executeUpdate();
    }

    private String text(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
