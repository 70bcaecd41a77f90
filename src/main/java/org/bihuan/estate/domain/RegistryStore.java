package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.company.CompanyId;
import org.bihuan.estate.Relation;
import org.bihuan.estate.domain.RegistryPeople.Person;
import org.bihuan.estate.domain.RegistryPeople.Tie;
import org.bihuan.estate.domain.RegistryPlaces.Flat;
import org.bihuan.estate.domain.RegistryPlaces.House;
import org.hibernate.Session;

/** Reads what a community's registry is compared with; past the entities, because it can be all of a large estate. */
@ApplicationScoped
class RegistryStore {
    private static final String HOUSES = """
            select id, name, name_key, name_order, acceptance_date from building
            where company_id = ? and community_id = ?
            """;
    private static final String FLATS = """
            select code_key, id, area from unit
            where company_id = ? and community_id = ?
            """;
    private static final String TIES = """
            select id, resident_id, unit_id, relation, from_day, to_day from occupancy
            where company_id = ? and community_id = ?
            """;

    private static final String PEOPLE = """
            select r.id, r.name, r.phone from resident r
            where r.company_id = ?
              and r.id in (select o.resident_id from occupancy o where o.company_id = ? and o.community_id = ?
                           union all
                           select p.id from resident p where p.company_id = ? and p.phone = any (?))
            order by r.id
            """;

    /** So that no change that somebody makes to them meanwhile is lost. */
    private static final String LOCKED = " for update of r";

    private final Session database;

    RegistryStore(Session database) {
        this.database = database;
    }

    RegistryPlaces places(CompanyId company, UUID community) {
        RegistryPlaces places = new RegistryPlaces();
        read(HOUSES, row -> places.know(house(row)), company.value(), community);
        read(FLATS, row -> places.know(row.getString(1), flat(row)), company.value(), community);
        return places;
    }

    /**
     * Everybody with one of the phones, and everybody who belongs to the community.
     *
     * @param toChange whether they are to be changed, and so are locked
     */
    RegistryPeople people(CompanyId company, UUID community, List<RegistryRow> rows, boolean toChange) {
        RegistryPeople people = new RegistryPeople();
        UUID id = company.value();
        read(toChange ? PEOPLE + LOCKED : PEOPLE, row -> people.know(person(row)), id, id, community, id, phones(rows));
        read(TIES, row -> people.know(tie(row)), id, community);
        return people;
    }

    private static String[] phones(List<RegistryRow> rows) {
        return rows.stream()
                .map(RegistryRow::person)
                .filter(Objects::nonNull)
                .map(RegistryRow.Person::phone)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    private static House house(ResultSet row) throws SQLException {
        return new House(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class));
    }

    private static Flat flat(ResultSet row) throws SQLException {
        return new Flat(row.getObject(2, UUID.class), row.getBigDecimal(3));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
    }

    private static Tie tie(ResultSet row) throws SQLException {
        return new Tie(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Relation.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, RowReader reader, Object... parameters) {
        database.doWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                select.setFetchSize(5000);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        });
    }
}
