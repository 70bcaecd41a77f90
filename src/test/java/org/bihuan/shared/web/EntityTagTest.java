package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which version somebody has seen, and which they mean to change. */
@HttpTest
class EntityTagTest {
    private static Api desk() {
        return World.first().as("desk");
    }

    private static Answer patch(Api api, Answer order) {
        return api.send(
                "PATCH", "/work-orders/" + order.id(), "{\"description\": \"改过\"}", "application/merge-patch+json");
    }

    @Test
    void everySingleResourceHasItsVersionAsTag() {
        World world = World.first();
        Answer order = WorkOrderFixtures.registered(world);
        List<Answer> answers = List.of(
                order,
                desk().get("/work-orders/" + order.id()),
                desk().get("/me"),
                desk().get("/companies/current"),
                world.as("admin").get("/accounts/" + world.id("desk")),
                world.as("admin").get("/communities/" + world.id("community")),
                world.as("admin").get("/communities/" + world.id("community") + "/buildings/" + world.id("building")),
                world.as("admin").get("/units/" + world.id("unit")),
                world.as("admin").get("/residents/" + world.id("resident")));
        for (Answer answer : answers) {
            assertThat(answer.etag())
                    .as(answer.request())
                    .isEqualTo("\"v" + answer.body().path("version").asInt(-1) + "\"");
        }
    }

    @Test
    void whoHasThePresentVersionGetsNoBodyAgain() {
        Answer order = WorkOrderFixtures.registered(World.first());
        for (String known : List.of("\"v0\"", "W/\"v0\"", "\"x\", \"v0\"", "*")) {
            Answer answer = desk().with("If-None-Match", known)
                    .get("/work-orders/" + order.id())
                    .require(304);
            assertThat(answer.raw()).isEmpty();
            assertThat(answer.etag()).isEqualTo("\"v0\"");
        }
        for (String other : List.of("\"v1\"", "v0", "\"x\"", "\"\"")) {
            desk().with("If-None-Match", other)
                    .get("/work-orders/" + order.id())
                    .require(200);
        }
    }

    @Test
    void aDeadlineThatHasPassedSinceIsNotHidden() throws SQLException {
        Answer order = WorkOrderFixtures.registered(World.first());
        Api known = desk().with("If-None-Match", order.etag());
        String path = "/work-orders/" + order.id();
        lastChanged(order, "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z");
        Answer passed = known.get(path).require(200);
        assertThat(passed.etag()).isEqualTo(order.etag());
        assertThat(passed.text("/clocks/0/state")).isEqualTo("OVERDUE");
        lastChanged(order, "2020-01-03T00:00:00Z", "2020-01-02T00:00:00Z");
        known.get(path).require(304);
        Api owner = World.first().as("owner").with("If-None-Match", "*");
        owner.get("/my" + path).require(304);
        lastChanged(order, "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z");
        owner.get("/my" + path).require(200);
    }

    /** As if time had gone by, which leaves the version alone. */
    private static void lastChanged(Answer order, String changed, String due) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"));
                PreparedStatement update = connection.prepareStatement("""
                        update work_order set created_at = ?::timestamptz, updated_at = ?::timestamptz,
                          clocks = (select jsonb_agg(jsonb_set(clock, '{dueAt}', to_jsonb(?::text)))
                                    from jsonb_array_elements(clocks) clock)
                        where id = ?::uuid
                        """)) {
            update.setString(1, changed);
            update.setString(2, changed);
            update.setString(3, due);
            update.setString(4, order.id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void aWorkOrderThatMovedOnIsNotHiddenByItsInteraction() {
        World world = World.first();
        Map<String, Object> matter =
                Map.of("kind", "REPAIR", "description", "灯不亮", "location", Map.of("unitId", world.id("unit")));
        Answer call = desk().post(
                        "/interactions",
                        Map.of(
                                "communityId", world.id("community"),
                                "channel", "CALL",
                                "direction", "INBOUND",
                                "startedAt", Instant.now().toString(),
                                "caller", Map.of("residentId", world.id("resident")),
                                "workOrders", List.of(matter)))
                .require(201);
        Api known = desk().with("If-None-Match", call.etag());
        known.get("/interactions/" + call.id()).require(304);
        Answer order = desk().get("/work-orders/" + call.text("/workOrders/0/id"));
        WorkOrderFixtures.dispatch(world, order);
        Answer moved = known.get("/interactions/" + call.id()).require(200);
        assertThat(moved.text("/workOrders/0/status")).isEqualTo("DISPATCHED");
        assertThat(moved.etag()).isEqualTo(call.etag());
    }

    @Test
    void aFollowUpIsAlwaysShownAnew() {
        World world = World.first();
        Answer order = WorkOrderFixtures.completed(world);
        String path = "/follow-ups/" + order.text("/followUpId");
        Answer followUp = desk().get(path).require(200);
        desk().with("If-None-Match", followUp.etag()).get(path).require(200);
    }

    @Test
    void aChangeWithoutAVersionIsRefused() {
        Answer order = WorkOrderFixtures.registered(World.first());
        requireProblem(patch(desk(), order), 428);
        requireProblem(patch(desk().with("If-Match", "*"), order), 428);
        requireProblem(desk().post("/work-orders/" + order.id() + "/cancel", Map.of("reason", "重复")), 428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"v1\"", "W/\"v0\"", "v0", "\"V0\"", "\"v00\"", "\"v-0\"", "nonsense", "\"v0", "\"v1\", \"v2\""
            })
    void otherTagsAreStaleAndThePresentOneIsTold(String tag) {
        Answer order = WorkOrderFixtures.registered(World.first());
        Answer stale = patch(desk().with("If-Match", tag), order);
        requireProblem(stale, 412);
        assertThat(stale.etag()).isEqualTo("\"v0\"");
    }

    @Test
    void oneOfSeveralTagsIsEnough() {
        Answer order = WorkOrderFixtures.registered(World.first());
        Answer changed = patch(desk().with("If-Match", "\"v7\", \"v0\""), order).require(200);
        assertThat(changed.etag()).isEqualTo("\"v1\"");
        assertThat(changed.body().path("version").asInt()).isEqualTo(1);
        requireProblem(patch(desk().with("If-Match", order.etag()), order), 412);
    }
}
