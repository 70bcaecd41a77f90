package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchFiller;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchWords;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** By what residents are found: name, pinyin, initials, phone; and the units they live in. */
@ApplicationScoped
class ResidentWords implements SearchFiller {
    private static final String TABLE = "resident_words";

    private static final String IN_SIGHT = """
             (:everywhere or exists (select from occupancy o where o.company_id = :company and o.resident_id = f.id
                and o.community_id = any (cast(:communities as uuid[]))))
            """;
    private static final String FOUND = """
            with f as materialized (select id from resident_words
              where company_id = :company and words @@ cast(:words as tsquery))
            select f.id from f where""" + IN_SIGHT + " order by f.id limit :rows";

    private static final String AT_HOME = """
            select o.resident_id from unit u
            join occupancy o on o.company_id = u.company_id and o.unit_id = u.id
            where u.company_id = :company and (:everywhere or u.community_id = any (cast(:communities as uuid[])))
              and (u.code_key = :code or unit_parts(u.code_key) && cast(:parts as text[]))
              and (o.to_day is null or o.to_day >= :today)
            order by u.code_key = :code desc, u.code_order, o.from_day, o.id limit :rows
            """;

    /** Inside a text of HQL, where a quote is written twice. */
    private static final String LISTED =
            "select t.id from resident_words t where t.company_id = cast(? as uuid) and t.words @@ cast(? as tsquery)";

    private static final String LISTED_AT_HOME =
            " union select o.resident_id from unit u join occupancy o on o.company_id = u.company_id and o.unit_id = u.id"
                    + " where u.company_id = cast(? as uuid)"
                    + " and (u.code_key = ? or unit_parts(u.code_key) && string_to_array(?, '',''))";

    private final Session database;
    private final CurrentTenant tenant;
    private final SearchTable table;
    private final Clock clock;

    ResidentWords(Session database, CurrentTenant tenant, Clock clock) {
        this.database = database;
        this.tenant = tenant;
        this.table = new SearchTable(database, tenant, TABLE);
        this.clock = clock;
    }

    void note(Resident resident) {
        table.put(entry(resident.id(), resident.name(), resident.phone()));
    }

    void note(List<RegistryPeople.Person> people) {
        table.putAll(people.stream()
                .map(person -> entry(person.id(), person.name(), person.phone()))
                .toList());
    }

    private SearchTable.Entry entry(UUID id, String name, @Nullable String phone) {
        return new SearchTable.Entry(
                id, null, clock.instant(), new SearchWords().name(name).phone(phone));
    }

    /** Those who are meant, the best first. Of a unit those who live there now. */
    List<UUID> find(Sight sight, SearchQuery query, int rows) {
        Set<UUID> found = new LinkedHashSet<>();
        query.ways().forEach((way, words) -> {
            if (found.size() < rows) {
                found.addAll(
                        way == SearchWay.CODE || way == SearchWay.CODE_PART
                                ? atHome(sight, String.valueOf(query.code()), way, rows)
                                : ask(FOUND, sight, rows)
                                        .setParameter("words", words)
                                        .getResultList());
            }
        });
        return found.stream().limit(rows).toList();
    }

    private List<UUID> atHome(Sight sight, String code, SearchWay way, int rows) {
        List<String> parts = way == SearchWay.CODE ? List.of() : UnitCode.searchedParts(code);
        return ask(AT_HOME, sight, rows)
                .setParameter("code", code)
                .setParameter("parts", parts.toArray(String[]::new))
                .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .getResultList();
    }

    private NativeQuery<UUID> ask(String sql, Sight sight, int rows) {
        return database.createNativeQuery(sql, UUID.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("company", tenant.id())
                .setParameter("everywhere", sight.everywhere())
                .setParameter("communities", sight.communities().toArray(UUID[]::new))
                .setParameter("rows", rows);
    }

    /** Leaves in a list of residents those who are meant, also those who have lived in the unit that is. */
    static void narrow(Conditions conditions, SearchQuery query, CompanyId company) {
        if (query.isEmpty()) {
            conditions.and("1 = 0");
            return;
        }
        String code = query.code();
        String listed = code == null ? LISTED : LISTED + LISTED_AT_HOME;
        String values = code == null ? "" : ", :searchedIn, :code, :codeParts";
        conditions
                .and("cast(sql('? = any (array(" + listed + "))', r.id, :searchedIn, :words" + values + ") as boolean)")
                .with("searchedIn", company.value())
                .with("words", query.any());
        if (code != null) {
            conditions.with("code", code).with("codeParts", String.join(",", UnitCode.searchedParts(code)));
        }
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<UUID> fill(UUID after, UUID last, int rows) {
        List<Resident> next = database.createQuery(
                        "from Resident r where r.id > :after and r.id <= :last order by r.id", Resident.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .setMaxResults(rows)
                .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_READ)
                .getResultList();
        table.fill(next.stream()
                .map(resident -> entry(resident.id(), resident.name(), resident.phone()))
                .toList());
        return ids(next);
    }

    private static List<UUID> ids(Collection<Resident> residents) {
        List<UUID> ids = new ArrayList<>();
        residents.forEach(resident -> ids.add(resident.id()));
        return ids;
    }
}
