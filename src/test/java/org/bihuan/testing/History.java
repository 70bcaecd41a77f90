package org.bihuan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;

/**
 * A database of its own on the server of the tests, with ten invented years of a company: the history that the benchmark is made
 * on (src/bench/history.sql), grown out of the set-up of a company of the tests, with the same ids.
 */
public final class History implements AutoCloseable {
    private static final Path SCRIPT = Path.of("src/bench/history.sql");
    private static final String NAME = "history";
    private static final String SERVER = System.getProperty(TestDatabase.JDBC_URL, "");

    /** Tables that hold how a company works, before anything has happened. */
    private static final List<String> SET_UP = List.of(
            "company",
            "community",
            "account",
            "sign_in_name",
            "account_community",
            "category",
            "warranty_term",
            "special_day",
            "calendar_year",
            "clock_policy",
            "follow_up_policy",
            "absence");

    private final String url = SERVER.replaceFirst("/postgres\\?", "/" + NAME + "?");

    private History() {}

    public static History of(UUID company, int orders) {
        TestDatabase.execute("drop database if exists " + NAME);
        TestDatabase.execute("create database " + NAME);
        History history = new History();
        Flyway.configure()
                .dataSource(history.url, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = history.connect()) {
            history.copySetUp(connection, company);
            history.fill(connection, orders);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return history;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Without triggers and foreign keys, so that whole tables are quickly in; the history keeps to them by itself. */
    private Connection loading() throws SQLException {
        Connection connection = connect();
        execute(connection, "set session_replication_role = replica");
        execute(connection, "set maintenance_work_mem = '512MB'");
        return connection;
    }

    private void copySetUp(Connection to, UUID company) throws SQLException {
        execute(to, "set session_replication_role = replica");
        for (String table : SET_UP) {
            String rows = TestDatabase.column(
                            "select coalesce(json_agg(t), '[]') from " + table + " as t where company_id = ?", company)
                    .getFirst();
            try (var insert = to.prepareStatement("insert into " + table
                    + " overriding system value select * from json_populate_recordset(null::" + table + ", ?::json)")) {
                insert.setString(1, rows);
                insert.executeUpdate();
            }
        }
        execute(to, "set session_replication_role = origin");
    }

    private void fill(Connection connection, int orders) throws SQLException, IOException {
        execute(connection, "set bench.orders = " + orders);
        execute(connection, Files.readString(SCRIPT));
        execute(connection, "call bench.drop_indexes()");
        // The lines of the timelines are half of all rows, and there are two processors.
        CompletableFuture<Void> lines = CompletableFuture.runAsync(() -> load("target = 'timeline_entry'"));
        load("target <> 'timeline_entry'");
        lines.join();
        execute(connection, "call bench.finish()");
        execute(connection, "call bench.stand_in_for_the_application()");
        execute(connection, "call bench.create_indexes()");
        execute(connection, "vacuum analyze");
    }

    private void load(String which) {
        try (Connection connection = loading()) {
            for (String insert : column(connection, """
                    select format('insert into public.%I (%s) select %s from bench.%I', target, columns, columns, source)
                    from bench.loading cross join lateral (
                      select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
                      from information_schema.columns where table_schema = 'bench' and table_name = source) as c
                    where\s""" + which + " order by place")) {
                execute(connection, insert);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Frees its disk for the tests that follow. */
    @Override
    public void close() {
        TestDatabase.execute("drop database " + NAME + " with (force)");
    }
}
