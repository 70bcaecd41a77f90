package org.bihuan.workorder.domain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.bihuan.testing.Api.Answer;

/** Somebody who may do anything in the database, in a transaction that is rolled back. */
final class Tampering implements AutoCloseable {
    private static final String COLUMNS =
            "at, type, actor_id, actor_name, actor_role, behalf_id, behalf_name, round, from_status, to_status, reason, note,"
                    + " visible, data";

    private final Connection connection;
    private final String company;
    private final String first;
    private final String second;
    private final String fresh;

    Tampering(Answer first, Answer second, Answer fresh) throws SQLException {
        this.company = first.text("/companyId");
        this.first = first.id();
        this.second = second.id();
        this.fresh = fresh.id();
        connection = DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"));
        connection.setAutoCommit(false);
        withoutTriggers(true);
    }

    private void withoutTriggers(boolean without) throws SQLException {
        sql("set local session_replication_role = " + (without ? "replica" : "origin"));
    }

    /** With :first, :second and :fresh for the orders, and :company. @return how many rows it changed */
    int sql(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(named(text));
        }
    }

    private String named(String text) {
        return text.replace(":first", "'" + first + "'")
                .replace(":second", "'" + second + "'")
                .replace(":fresh", "'" + fresh + "'")
                .replace(":company", "'" + company + "'");
    }

    ArchiveCheck.Findings check(SealName... noted) throws SQLException {
        return ArchiveCheck.of(connection, UUID.fromString(company), List.of(noted));
    }

    /** All but the place of two lines changes places. */
    void swap(String order, int seq, String otherOrder, int otherSeq) throws SQLException {
        sql("update timeline_entry a set (" + COLUMNS + ") = (select " + COLUMNS + " from timeline_entry b"
                + " where b.work_order_id in (" + order + ", " + otherOrder + ")"
                + " and b.seq in (" + seq + ", " + otherSeq + ")"
                + " and (b.work_order_id, b.seq) <> (a.work_order_id, a.seq))"
                + " where (work_order_id, seq) in ((" + order + ", " + seq + "), (" + otherOrder + ", " + otherSeq
                + "))");
    }

    void renumber(String order, int seq, int newSeq) throws SQLException {
        sql("update timeline_entry set seq = " + newSeq + " where work_order_id = " + order + " and seq = " + seq);
    }

    /** A line like another one, past the triggers. */
    void copyOfLine(String order, int seq, int newSeq) throws SQLException {
        sql("insert into timeline_entry (company_id, work_order_id, seq, " + COLUMNS
                + ") select company_id, work_order_id, " + newSeq + ", " + COLUMNS
                + " from timeline_entry where work_order_id = " + order + " and seq = " + seq);
    }

    /** As whoever knows how the hashes are made. */
    void rehash(String order) throws SQLException {
        sql("update timeline_entry set hash = null where work_order_id = " + order);
        int lines = sql("update timeline_entry set seq = seq where work_order_id = " + order);
        for (int seq = 1; seq <= lines; seq++) {
            sql("update timeline_entry set hash = timeline_link(company_id, work_order_id, seq) where work_order_id = "
                    + order + " and seq = " + seq);
        }
    }

    /** As whoever knows how the seals are made: the first one, over what is there now. */
    void resealAnew() throws SQLException {
        sql("update timeline_sealed_head h set hash = e.hash from timeline_entry e"
                + " where e.work_order_id = h.work_order_id and e.seq = h.seq and h.company_id = :company");
        ChainHash digest;
        try (PreparedStatement select = connection.prepareStatement(
                        named("select sealed_at, orders from timeline_seal where company_id = :company and no = 1"));
                ResultSet seal = select.executeQuery()) {
            seal.next();
            digest = ChainHash.ofSeal(
                    ChainHash.START,
                    UUID.fromString(company),
                    1,
                    seal.getTimestamp(1).toInstant(),
                    seal.getInt(2));
        }
        try (PreparedStatement select = connection.prepareStatement(
                        named(
                                "select work_order_id, seq, hash from timeline_sealed_head where company_id = :company order by 1"));
                ResultSet heads = select.executeQuery()) {
            while (heads.next()) {
                digest.with(new SealedHead(heads.getObject(1, UUID.class), heads.getInt(2), heads.getBytes(3), 1));
            }
        }
        sql("update timeline_seal set hash = '\\x" + ChainHash.hex(digest.value()) + "' where company_id = :company");
    }

    /** As it would be if it had been there before the chain. */
    void makeOlder(String order) throws SQLException {
        sql("update timeline_entry set hash = null where work_order_id = " + order);
    }

    /** The third line of an order, as the application writes one. */
    void thirdLine(String order) throws SQLException {
        sql("update work_order set last_seq = last_seq + 1 where id = " + order);
        appendAsAnybody(order, 3);
        withoutTriggers(true);
    }

    /** With the triggers on. */
    void appendAsAnybody(String order, int seq) throws SQLException {
        withoutTriggers(false);
        sql("insert into timeline_entry (company_id, work_order_id, seq, " + COLUMNS
                + ") select company_id, work_order_id, " + seq + ", " + COLUMNS
                + " from timeline_entry where work_order_id = " + order + " and seq = 1");
    }

    int waiting() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        named("select count(*) from timeline_unsealed where company_id = :company"));
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
