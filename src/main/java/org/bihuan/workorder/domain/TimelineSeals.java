package org.bihuan.workorder.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes seals over what has been added to timelines. Plain JDBC, because it is done in nobody's company. */
@ApplicationScoped
class TimelineSeals {
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('timeline seal ' || ?, 0))";
    private static final String NEWEST =
            "select no, hash from timeline_seal where company_id = ? order by no desc limit 1";

    /** One that waits for a line that has gone goes on waiting: so that it is missed. */
    private static final String TAKE = """
            with taken as (
              delete from timeline_unsealed u
              where u.company_id = ?
                and u.work_order_id in (
                  select distinct w.work_order_id
                  from timeline_unsealed w join timeline_entry e using (company_id, work_order_id, seq)
                  where w.company_id = ? order by w.work_order_id limit ?)
                and exists (
                  select from timeline_entry e
                  where e.company_id = u.company_id and e.work_order_id = u.work_order_id and e.seq = u.seq)
              returning u.company_id, u.work_order_id, u.seq)
            select h.work_order_id, h.seq, timeline_link(h.company_id, h.work_order_id, h.seq)
            from (select company_id, work_order_id, max(seq) as seq from taken group by 1, 2) h
            order by h.work_order_id
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    TimelineSeals(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Newest(int no, byte[] hash) {}

    List<UUID> companiesThatWait() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select company_id from company c
                        where exists (select from timeline_unsealed u where u.company_id = c.company_id)
                        """);
                ResultSet rows = select.executeQuery()) {
            List<UUID> companies = new ArrayList<>();
            while (rows.next()) {
                companies.add(rows.getObject(1, UUID.class));
            }
            return companies;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals at most so many orders of the company; empty when nothing waits, or somebody else is doing it. */
    @Transactional
    Optional<SealName> seal(UUID company, int most) {
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, company)) {
                return Optional.empty();
            }
            Newest before = newest(connection, company);
            List<SealedHead> heads = take(connection, company, most, before.no() + 1);
            return heads.isEmpty() ? Optional.empty() : Optional.of(write(connection, company, before, heads));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean lock(Connection connection, UUID company) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, company.toString());
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static Newest newest(Connection connection, UUID company) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setObject(1, company);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Newest(rows.getInt(1), rows.getBytes(2)) : new Newest(0, ChainHash.START);
            }
        }
    }

    private static List<SealedHead> take(Connection connection, UUID company, int most, int seal) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, company);
            take.setObject(2, company);
            take.setInt(3, most);
            List<SealedHead> heads = new ArrayList<>();
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    heads.add(new SealedHead(rows.getObject(1, UUID.class), rows.getInt(2), rows.getBytes(3), seal));
                }
            }
            return heads;
        }
    }

    private SealName write(Connection connection, UUID company, Newest before, List<SealedHead> heads)
            throws SQLException {
        int no = before.no() + 1;
        Instant now = clock.instant();
        ChainHash digest = ChainHash.ofSeal(before.hash(), company, no, now, heads.size());
        heads.forEach(digest::with);
        byte[] hash = digest.value();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into timeline_seal (company_id, no, sealed_at, orders, hash) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, company);
            insert.setInt(2, no);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setInt(4, heads.size());
            insert.setBytes(5, hash);
            insert.executeUpdate();
        }
        writeHeads(connection, company, heads, no);
        return new SealName(company, no, ChainHash.hex(hash));
    }

    private static void writeHeads(Connection connection, UUID company, List<SealedHead> heads, int seal)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into timeline_sealed_head (company_id, seal_no, work_order_id, seq, hash)
                select ?, ?, * from unnest(?, ?, ?)
                """)) {
            insert.setObject(1, company);
            insert.setInt(2, seal);
            insert.setArray(
                    3,
                    array(
                            connection,
                            "uuid",
                            heads.stream().map(SealedHead::order).toArray()));
            insert.setArray(
                    4,
                    array(
                            connection,
                            "int4",
                            heads.stream().map(SealedHead::seq).toArray()));
            insert.setArray(
                    5,
                    array(
                            connection,
                            "bytea",
                            heads.stream().map(SealedHead::hash).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private static java.sql.Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
