package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** What was there before an update is brought to where it would be if it came to be after it. Nothing of it is kept. */
@HttpTest
class ClockMigrationTest {
    private static final String RULES = """
            select coalesce(kind, '-') || ' ' || priority || ' ' || clock || ' ' || allowed_seconds || ' '
              || around_the_clock || ' ' || source from clock_policy
            """;

    private static Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static String migration(String file) throws IOException {
        try (var script = ClockMigrationTest.class.getResourceAsStream("/db/migration/" + file)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> texts(Statement sql, String query) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Test
    void anOlderCompanyGetsThePoliciesThatANewOneStartsWith() throws Exception {
        String company = World.fresh().as("admin").get("/companies/current").id();
        String script = migration("V20261123_1510__clock_policy.sql");
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            String ofIt = RULES + " where company_id = '" + UUID.fromString(company) + "'";
            Set<String> founded = texts(sql, ofIt);
            sql.execute("delete from clock_policy");
            sql.execute(script.substring(script.indexOf("insert into clock_policy")));
            assertThat(founded).hasSameSizeAs(ClockDefaults.ALL);
            assertThat(texts(sql, ofIt)).isEqualTo(founded);
            connection.rollback();
        }
    }

    @Test
    void aCallThatIsStillToBeMadeGetsItsClock() throws Exception {
        Answer order = WorkOrderFixtures.completed(World.first());
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            String ofIt = " where id = '" + UUID.fromString(order.id()) + "'";
            JsonNode started = followUpClock(sql, ofIt);
            sql.execute(
                    "update work_order set clocks = jsonb_path_query_array(clocks, '$[*] ? (@.name <> \"FOLLOW_UP\")'),"
                            + " next_due_at = null" + ofIt);
            sql.execute(migration("V20261123_1511__follow_up_clock.sql"));
            JsonNode migrated = followUpClock(sql, ofIt);
            assertThat(migrated.properties().stream().map(field -> field.getKey()))
                    .containsExactlyInAnyOrderElementsOf(started.properties().stream()
                            .map(field -> field.getKey())
                            .toList());
            assertThat(instant(migrated, "dueAt")).isEqualTo(instant(started, "dueAt"));
            assertThat(instant(migrated, "startedAt")).isEqualTo(instant(started, "startedAt"));
            assertThat(Duration.parse(migrated.get("allowed").asText()))
                    .isEqualTo(Duration.parse(started.get("allowed").asText()));
            connection.rollback();
        }
    }

    private static JsonNode followUpClock(Statement sql, String ofIt) throws SQLException, IOException {
        String clock = texts(
                        sql,
                        "select jsonb_path_query(clocks, '$[*] ? (@.name == \"FOLLOW_UP\")')::text from work_order"
                                + ofIt)
                .iterator()
                .next();
        return new ObjectMapper().readTree(clock);
    }

    private static Instant instant(JsonNode clock, String field) {
        return Instant.parse(clock.get(field).asText());
    }
}
