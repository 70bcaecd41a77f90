package org.bihuan.estate.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.CompanyId;
import org.bihuan.estate.domain.Kept.Fate;
import org.bihuan.estate.domain.RegistryPeople.Person;
import org.bihuan.estate.domain.RegistryPeople.Tie;
import org.bihuan.estate.domain.RegistryPlaces.NewFlat;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes what a registry has created and changed, thousands of rows with one statement. */
@ApplicationScoped
class RegistryWriter {
    private static final int ROWS_AT_A_TIME = 2000;

    private static final String NEW_HOUSES = """
            insert into building
              (company_id, id, community_id, name, name_key, name_order, acceptance_date, created_at, updated_at)
            select :company, n.id, :community, n.name, n."nameKey", n."nameOrder", n."acceptanceDate", :now, :now
            from jsonb_to_recordset(cast(:rows as jsonb))
              as n (id uuid, name text, "nameKey" text, "nameOrder" text, "acceptanceDate" date)
            """;
    private static final String CHANGED_HOUSES = """
            update building b set acceptance_date = n."acceptanceDate", updated_at = :now, version = b.version + 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as n (id uuid, "acceptanceDate" date)
            where b.company_id = :company and b.community_id = :community and b.id = n.id
            """;
    private static final String NEW_FLATS = """
            insert into unit (company_id, id, community_id, building_id, entrance, room, code, code_key, code_order,
              area, created_at, updated_at)
            select :company, n.id, :community, n."buildingId", n.entrance, n.room, n.code, n."codeKey", n."codeOrder",
              n.area, :now, :now
            from jsonb_to_recordset(cast(:rows as jsonb))
              as n (id uuid, "buildingId" uuid, entrance text, room text, code text, "codeKey" text, "codeOrder" text,
                area numeric)
            """;
    private static final String CHANGED_FLATS = """
            update unit u set area = n.area, updated_at = :now, version = u.version + 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as n (id uuid, area numeric)
            where u.company_id = :company and u.community_id = :community and u.id = n.id
            """;
    private static final String NEW_PEOPLE = """
            insert into resident (company_id, id, name, phone, created_at, updated_at)
            select :company, n.id, n.name, n.phone, :now, :now
            from jsonb_to_recordset(cast(:rows as jsonb)) as n (id uuid, name text, phone text)
            """;
    private static final String CHANGED_PEOPLE = """
            update resident r set phone = n.phone, phone_doubtful = false, updated_at = :now, version = r.version + 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as n (id uuid, phone text)
            where r.company_id = :company and r.id = n.id
            """;
    private static final String NEW_TIES = """
            insert into occupancy (company_id, id, resident_id, unit_id, community_id, relation, from_day)
            select :company, n.id, n."residentId", n."unitId", :community, n.relation, n."fromDay"
            from jsonb_to_recordset(cast(:rows as jsonb))
              as n (id uuid, "residentId" uuid, "unitId" uuid, relation text, "fromDay" date)
            """;
    private static final String CHANGED_TIES = """
            update occupancy o set from_day = n."fromDay"
            from jsonb_to_recordset(cast(:rows as jsonb)) as n (id uuid, "fromDay" date)
            where o.company_id = :company and o.id = n.id
            """;

    /** An occupancy is part of its resident, whose version counts its changes. */
    private static final String PEOPLE_WITH_CHANGED_TIES = """
            update resident r set updated_at = :now, version = r.version + 1
            from (select distinct "residentId" from jsonb_to_recordset(cast(:rows as jsonb)) as t ("residentId" uuid)) n
            where r.company_id = :company and r.id = n."residentId" and r.updated_at <> :now
            """;

    /** A unit as its table has it. */
    record UnitRow(
            UUID id,
            UUID buildingId,
            @Nullable String entrance,
            String room,
            String code,
            String codeKey,
            String codeOrder,
            @Nullable BigDecimal area) {
        static UnitRow of(NewFlat unit) {
            RegistryRow.Place place = unit.place();
            return new UnitRow(
                    unit.flat().value().id(),
                    unit.house().id(),
                    place.entrance(),
                    place.room(),
                    UnitCode.shown(unit.house().name(), place.entrance(), place.room()),
                    place.code().key(),
                    place.code().order(),
                    unit.flat().value().area());
        }
    }

    private final Session database;
    private final ResidentWords words;
    private final ObjectMapper json;
    private final Clock clock;

    RegistryWriter(Session database, ResidentWords words, ObjectMapper json, Clock clock) {
        this.database = database;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    void write(CompanyId company, UUID community, RegistryPlaces places, RegistryPeople people) {
        Map<String, Object> tie = Map.of("company", company.value());
        Map<String, Object> person = with(tie, "now", clock.instant());
        Map<String, Object> place = with(person, "community", community);
        write(NEW_HOUSES, those(places.houses(), Fate.CREATED), place);
        write(CHANGED_HOUSES, those(places.houses(), Fate.UPDATED), place);
        write(NEW_FLATS, places.newFlats(), UnitRow::of, place);
        write(CHANGED_FLATS, those(places.flats().values(), Fate.UPDATED), place);
        write(NEW_PEOPLE, those(people.people(), Fate.CREATED), person);
        write(CHANGED_PEOPLE, those(people.people(), Fate.UPDATED), person);
        words.note(those(people.people(), Fate.CREATED));
        words.note(those(people.people(), Fate.UPDATED));
        List<Tie> newTies = those(people.ties(), Fate.CREATED);
        List<Tie> changedTies = those(people.ties(), Fate.UPDATED);
        write(NEW_TIES, newTies, with(tie, "community", community));
        write(CHANGED_TIES, changedTies, tie);
        Set<UUID> newcomers = ids(those(people.people(), Fate.CREATED));
        write(PEOPLE_WITH_CHANGED_TIES, ofOthers(newTies, newcomers), person);
        write(PEOPLE_WITH_CHANGED_TIES, ofOthers(changedTies, newcomers), person);
    }

    private static Set<UUID> ids(List<Person> people) {
        return people.stream().map(Person::id).collect(Collectors.toSet());
    }

    private static List<Tie> ofOthers(List<Tie> ties, Set<UUID> people) {
        return ties.stream().filter(tie -> !people.contains(tie.residentId())).toList();
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private static <T> List<T> those(Collection<Kept<T>> all, Fate fate) {
        return all.stream().filter(one -> one.is(fate)).map(Kept::value).toList();
    }

    private void write(String sql, List<?> rows, Map<String, Object> parameters) {
        write(sql, rows, row -> row, parameters);
    }

    private <T> void write(String sql, List<T> rows, Function<T, ?> shown, Map<String, Object> parameters) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
            List<T> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_A_TIME));
            var statement = database.createNativeMutationQuery(sql)
                    .setParameter("rows", text(some.stream().map(shown).toList()));
            parameters.forEach(statement::setParameter);
            statement.executeUpdate();
        }
    }

    private String text(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
