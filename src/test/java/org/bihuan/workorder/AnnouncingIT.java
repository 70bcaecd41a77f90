package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bihuan.testing.Api;
import org.bihuan.testing.PackagedApplication;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Many deadlines in the same instant, and two instances that both look for them. */
class AnnouncingIT {
    private static final int DEADLINES = 10_000;
    /** The figure is a minute, and is measured in src/docs/measurements.md; a busy build machine may take twice that. */
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static final String TOKEN = "the-set-up-token-of-this-test";

    /** Copies of one order whose time to be dispatched is used up to 80 % at the given instant. */
    private static final String COPY = """
            insert into work_order
            select (jsonb_populate_record(w, jsonb_build_object(
              'id', gen_random_uuid(), 'number', (20000000 + n)::text, 'tracking_nonce', null, 'tracking_hash', null, 'last_seq', 0,
              'next_announcement_at', ?::timestamptz,
              'clocks', (select jsonb_agg(c || jsonb_build_object(
                  'startedAt', to_char(?::timestamptz - interval '4 min', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'dueAt', to_char(?::timestamptz - interval '4 min' + (c ->> 'allowed')::interval,
                    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                from jsonb_array_elements(w.clocks) c)))).*
            from work_order w, generate_series(1, ?) n where w.id = ?
            """;

    private static final String WARNED = "select count(*), max(announced_at) from announcement where percent = 80";

    @Test
    void tenThousandDeadlinesInOneMinuteAreSaidOnceByTwoInstances() throws IOException, SQLException {
        Map<String, String> environment = Map.of("BIHUAN_SETUP_TOKEN", TOKEN, "JAVA_TOOL_OPTIONS", "-Xmx512m");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                PackagedApplication one = PackagedApplication.startOn(postgres.getPort(), environment);
                PackagedApplication two = PackagedApplication.startOn(postgres.getPort(), environment);
                Connection database =
                        postgres.getDatabase("postgres", "postgres").getConnection()) {
            UUID order = UUID.fromString(orderIn(one));
            Instant due = Instant.now().plusSeconds(10);
            copy(database, order, due);
            Instant last = awaitAll(database);
            System.out.printf(
                    "%,d deadlines of one instant announced by two instances within %d ms%n",
                    DEADLINES, Duration.between(due, last).toMillis());
            assertThat(Duration.between(due, last)).isBetween(Duration.ZERO, WITHIN);
            eachIsSaidOnce(database);
            assertThat(one.log()).noneMatch(line -> line.contains("ERROR"));
            assertThat(two.log()).noneMatch(line -> line.contains("ERROR"));
        }
    }

    private static String orderIn(PackagedApplication application) {
        Map<String, String> who = Map.of("username", "admin", "displayName", "管理员", "password", World.PASSWORD);
        application
                .nobody()
                .post("/setup", Map.of("token", TOKEN, "company", Map.of("name", "翠湖物业"), "admin", who))
                .require(201);
        Api admin = application.nobody().signedIn("admin", World.PASSWORD);
        String community = admin.post("/communities", Map.of("name", "翠湖花园", "timeZone", "Asia/Shanghai"))
                .require(201)
                .id();
        account(admin, "manager", "MANAGER", community);
        account(admin, "desk", "FRONT_DESK", community);
        return application
                .nobody()
                .signedIn("desk", World.PASSWORD)
                .post(
                        "/work-orders",
                        Map.of(
                                "communityId",
                                community,
                                "kind",
                                "REPAIR",
                                "priority",
                                "EMERGENCY",
                                "description",
                                "爆管"))
                .require(201)
                .id();
    }

    private static void account(Api admin, String name, String role, String community) {
        admin.post(
                        "/accounts",
                        Map.of(
                                "username",
                                name,
                                "displayName",
                                name,
                                "password",
                                World.PASSWORD,
                                "roles",
                                List.of(role),
                                "communityIds",
                                List.of(community)))
                .require(201);
    }

    private static void copy(Connection database, UUID order, Instant due) throws SQLException {
        try (PreparedStatement zone = database.prepareStatement("set time zone 'UTC'");
                PreparedStatement insert = database.prepareStatement(COPY)) {
            zone.execute();
            for (int i = 1; i <= 3; i++) {
                insert.setObject(i, due.atOffset(ZoneOffset.UTC));
            }
            insert.setInt(4, DEADLINES);
            insert.setObject(5, order);
            assertThat(insert.executeUpdate()).isEqualTo(DEADLINES);
        }
    }

    private static Instant awaitAll(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(WARNED)) {
            Awaitility.await()
                    .atMost(WITHIN.multipliedBy(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> row(select).getLong(1) >= DEADLINES);
            return row(select).getObject(2, OffsetDateTime.class).toInstant();
        }
    }

    private static ResultSet row(PreparedStatement select) throws SQLException {
        ResultSet row = select.executeQuery();
        row.next();
        return row;
    }

    private static void eachIsSaidOnce(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("""
                select (select count(*) from announcement where percent = 80),
                  (select count(distinct work_order_id) from announcement where percent = 80),
                  (select count(*) from timeline_entry where type = 'CLOCK_WARNED'),
                  (select count(distinct work_order_id) from timeline_entry where type = 'CLOCK_WARNED')
                """)) {
            ResultSet counts = row(select);
            for (int column = 1; column <= 4; column++) {
                assertThat(counts.getLong(column)).as("column %d", column).isEqualTo(DEADLINES);
            }
        }
    }
}
