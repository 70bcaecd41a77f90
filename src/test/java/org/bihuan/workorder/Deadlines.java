package org.bihuan.workorder;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;

/** Orders whose deadlines are made to pass, and what is said of them. */
final class Deadlines {
    /** What domain.md promises. */
    static final Duration PROMISED = Duration.ofSeconds(5);

    private static final String MOVE = """
            update work_order w set
              next_due_at = next_due_at - ?::interval,
              next_announcement_at = next_announcement_at - ?::interval,
              clocks = (select jsonb_agg(c || jsonb_build_object(
                  'startedAt', to_char((c ->> 'startedAt')::timestamptz - ?::interval, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'dueAt', to_char((c ->> 'dueAt')::timestamptz - ?::interval, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                from jsonb_array_elements(w.clocks) c)
            where id = any (?)
            """;

    private Deadlines() {}

    /** What was said, as it stands in the table. */
    record Notice(
            String clock, int percent, Instant dueAt, Instant passedAt, Instant announcedAt, List<String> audience) {
        String what() {
            return clock + " " + percent;
        }
    }

    /** To be dispatched in 5 minutes, reached in 15, and done in 24 hours, whatever time of day it is. */
    static Answer emergency(World world) {
        return withPriority(world, "EMERGENCY");
    }

    static Answer withPriority(World world, String priority) {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.put("priority", priority);
        return world.as("desk").post("/work-orders", matter).require(201);
    }

    /** As if all this had begun so much earlier. */
    static void pass(Duration time, Answer... orders) {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement("set time zone 'UTC'; " + MOVE)) {
            for (int i = 1; i <= 4; i++) {
                update.setString(i, time.toString());
            }
            UUID[] ids = Arrays.stream(orders)
                    .map(order -> UUID.fromString(order.id()))
                    .toArray(UUID[]::new);
            update.setArray(5, connection.createArrayOf("uuid", ids));
            update.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Notice> notices(Answer order) {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement("""
                        select clock, percent, due_at, passed_at, announced_at, audience from announcement
                        where work_order_id = ? order by announced_at, clock, percent
                        """)) {
            select.setObject(1, UUID.fromString(order.id()));
            List<Notice> notices = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    notices.add(notice(rows));
                }
            }
            return notices;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Notice notice(ResultSet row) throws SQLException {
        List<String> audience = Arrays.stream(
                        (Object[]) row.getArray("audience").getArray())
                .map(Object::toString)
                .toList();
        return new Notice(
                row.getString("clock"),
                row.getInt("percent"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("passed_at", OffsetDateTime.class).toInstant(),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                audience);
    }

    /** When the order is to be looked at again. */
    static Instant nextLook(UUID order) {
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("select next_announcement_at from work_order where id = ?")) {
            select.setObject(1, order);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> said(Answer order) {
        return notices(order).stream().map(Notice::what).toList();
    }

    /** The lines of the timeline that tell of deadlines, as {@code CLOCK_WARNED DISPATCH}. */
    static List<String> lines(World world, Answer order) {
        return entries(world, order).stream()
                .map(entry -> entry.get("type").asText() + " "
                        + entry.at("/data/clock").asText())
                .toList();
    }

    static List<JsonNode> entries(World world, Answer order) {
        Answer timeline =
                world.as("desk").get("/work-orders/" + order.id() + "/timeline").require(200);
        return StreamSupport.stream(timeline.body().get("items").spliterator(), false)
                .filter(entry -> entry.get("type").asText().startsWith("CLOCK_"))
                .toList();
    }

    /** Waits for as long as was promised, and a little for the test's own slowness. */
    static void awaitSaid(Answer order, String... what) {
        Awaitility.await()
                .atMost(PROMISED.multipliedBy(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> said(order).containsAll(List.of(what)));
    }

    static void execute(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"));
    }
}
