package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody rewrites history: not the application, and not who owns its tables either. */
@HttpTest
class AppendOnlyTest {
    private static final String NOT_PERMITTED = "42501";

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timeline_entry set seq = seq",
                "delete from timeline_entry",
                "truncate timeline_entry",
                "update announcement set percent = percent",
                "delete from announcement",
                "truncate announcement",
                "delete from work_order",
                "truncate work_order"
            })
    void theApplicationMayNotRewriteHistory(String statement) throws SQLException {
        WorkOrderFixtures.registered(World.first());
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute("set role bihuan_application");
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_PERMITTED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update timeline_entry set seq = seq", "delete from timeline_entry", "truncate timeline_entry"})
    void theirOwnerMayNotRewriteHistoryEither(String statement) throws SQLException {
        WorkOrderFixtures.registered(World.first());
        long before = lines();
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class);
        }
        assertThat(lines()).isEqualTo(before).isPositive();
    }

    @Test
    void theApplicationOwnsNothing() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) from pg_class where relowner ="
                        + " (select oid from pg_roles where rolname = 'bihuan_application')")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    private static long lines() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) from timeline_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
