package org.bihuan.estate.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.calendar.ChineseHolidays;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.company.CompanyCreated;
import org.bihuan.shared.Ids;
import org.hibernate.Session;

/** Gives a new company the public holidays of this year and the next. */
@ApplicationScoped
class FirstCalendar {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String NOTICE = "国务院办公厅关于部分节假日安排的通知";
    private static final String REGULATION = "全国年节及纪念日放假办法";

    private final Session database;
    private final ObjectMapper json;
    private final Clock clock;

    FirstCalendar(Session database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    record Row(UUID id, LocalDate day, DayKind kind, String name, String source) {}

    void fill(@Observes CompanyCreated created) throws JsonProcessingException {
        int year = LocalDate.ofInstant(clock.instant(), CHINA).getYear();
        List<Row> rows =
                Stream.of(year, year + 1).flatMap(FirstCalendar::daysOf).toList();
        database.createNativeMutationQuery("""
                        insert into special_day (company_id, id, day, kind, name, source, created_at, updated_at)
                        select :company, d.id, d.day, d.kind, d.name, d.source, :now, :now
                        from jsonb_to_recordset(cast(:days as jsonb))
                          as d (id uuid, day date, kind text, name text, source text)
                        """)
                .setParameter("company", created.company().value())
                .setParameter("now", clock.instant())
                .setParameter("days", json.writeValueAsString(rows))
                .executeUpdate();
    }

    /** As announced; before the announcement the days that are certain. */
    private static Stream<Row> daysOf(int year) {
        Collection<SpecialDay> announced = ChineseHolidays.exceptions(year).values();
        return announced.isEmpty()
                ? rows(ChineseHolidays.statutory(year).values(), REGULATION)
                : rows(announced, NOTICE);
    }

    private static Stream<Row> rows(Collection<SpecialDay> days, String source) {
        return days.stream().map(day -> new Row(Ids.next(), day.date(), day.kind(), day.name(), source));
    }
}
