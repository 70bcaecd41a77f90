package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of orders as their people see them. */
@HttpTest
class ClockLifeTest {
    private final World world = World.first();

    private static JsonNode clock(Answer order, String name) {
        return ClockPolicyTest.clock(order, name);
    }

    private static Instant due(Answer order, String name) {
        return Instant.parse(clock(order, name).get("dueAt").asText());
    }

    private static String state(Answer order, String name) {
        return clock(order, name).get("state").asText();
    }

    private Answer urgent() {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.put("priority", "URGENT");
        return world.as("desk").post("/work-orders", matter).require(201);
    }

    private Answer change(Answer order, Map<String, ?> patch) {
        return world.as("desk")
                .patch("/work-orders/" + order.id(), patch, order)
                .require(200);
    }

    private JsonNode lastLine(Answer order) {
        JsonNode lines = world.as("desk")
                .get("/work-orders/" + order.id() + "/timeline?limit=200")
                .require(200)
                .body()
                .get("items");
        return lines.get(lines.size() - 1);
    }

    private Answer read(Answer order) {
        return world.as("desk").get("/work-orders/" + order.id()).require(200);
    }

    @Test
    void aHigherPriorityMovesWhatIsOpenAndTheTimelineSaysFromWhenToWhen() {
        Answer order = urgent();
        Answer dispatched = WorkOrderFixtures.dispatch(world, order);
        Answer emergency = change(dispatched, Map.of("priority", "EMERGENCY"));

        Instant registered = Instant.parse(order.text("/createdAt"));
        assertThat(due(emergency, "ARRIVE")).isEqualTo(registered.plus(Duration.ofMinutes(15)));
        assertThat(due(emergency, "DISPATCH")).isEqualTo(due(dispatched, "DISPATCH"));
        JsonNode line = lastLine(order);
        assertThat(line.get("type").asText()).isEqualTo("CHANGE");
        JsonNode moved = line.at("/data/clocks");
        assertThat(moved.findValuesAsText("name")).containsExactlyInAnyOrder("ARRIVE", "ACCEPT");
        moved.forEach(clock -> {
            String name = clock.get("name").asText();
            assertThat(Instant.parse(clock.get("wasDueAt").asText())).isEqualTo(due(dispatched, name));
            assertThat(Instant.parse(clock.get("dueAt").asText())).isEqualTo(due(emergency, name));
        });
    }

    @Test
    void anAppointmentMovesTheArrivalAndTakingItBackGivesThePlanBack() {
        Answer order = urgent();
        Instant until = Instant.parse(order.text("/createdAt")).plus(Duration.ofDays(3));
        Map<String, String> window = Map.of("from", until.minusSeconds(7200).toString(), "to", until.toString());
        Answer agreed = change(order, Map.of("preferredWindow", window));
        assertThat(due(agreed, "ARRIVE")).isEqualTo(until);
        assertThat(due(agreed, "FINISH")).isEqualTo(due(order, "FINISH"));
        assertThat(lastLine(order).at("/data/clocks/0/name").asText()).isEqualTo("ARRIVE");

        Map<String, Object> none = new java.util.HashMap<>();
        none.put("preferredWindow", null);
        assertThat(due(change(agreed, none), "ARRIVE")).isEqualTo(due(order, "ARRIVE"));
    }

    @Test
    void anotherCategoryIsPlannedByItsOwnPolicy() {
        World fresh = World.fresh();
        fresh.as("admin")
                .post(
                        "/clock-policies",
                        Map.of(
                                "categoryCode",
                                "PLUMBING_LEAK",
                                "clock",
                                "ARRIVE",
                                "allowed",
                                "PT50M",
                                "aroundTheClock",
                                true))
                .require(201);
        Answer order = WorkOrderFixtures.registered(fresh);
        Answer leak = fresh.as("desk")
                .patch("/work-orders/" + order.id(), Map.of("categoryCode", "PLUMBING_LEAK"), order)
                .require(200);
        assertThat(due(leak, "ARRIVE"))
                .isEqualTo(Instant.parse(order.text("/createdAt")).plus(Duration.ofMinutes(50)));
    }

    @Test
    void aCorrectedWordMovesNoClock() {
        Answer order = urgent();
        change(order, Map.of("description", "更正了描述"));
        assertThat(lastLine(order).at("/data/clocks").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGISTERED", "DISPATCHED", "ACCEPTED", "IN_PROGRESS"})
    void holdingInAnyStatusPausesTheFinishToTheInstant(String status) {
        Answer order = switch (status) {
            case "REGISTERED" -> urgent();
            case "DISPATCHED" -> WorkOrderFixtures.dispatch(world, urgent());
            case "ACCEPTED" -> act(WorkOrderFixtures.dispatch(world, urgent()), "accept");
            default -> act(act(WorkOrderFixtures.dispatch(world, urgent()), "accept"), "start");
        };
        Answer held = WorkOrderFixtures.onHold(world, order);
        assertThat(state(held, "FINISH")).isEqualTo("PAUSED");
        assertThat(clock(held, "FINISH").at("/pauses/0/to").isNull()).isTrue();
        assertThat(clock(held, "FINISH").at("/pauses/0/from").asText()).isEqualTo(held.text("/hold/since"));

        Answer resumed = WorkOrderFixtures.act(
                world, status.equals("REGISTERED") ? "desk" : "technician", held, "resume", Map.of());
        JsonNode pause = clock(resumed, "FINISH").at("/pauses/0");
        Duration lasted = Duration.between(
                Instant.parse(pause.get("from").asText()),
                Instant.parse(pause.get("to").asText()));
        assertThat(state(resumed, "FINISH")).isEqualTo("RUNNING");
        assertThat(due(resumed, "FINISH")).isEqualTo(due(order, "FINISH").plus(lasted));
    }

    private Answer act(Answer order, String verb) {
        return WorkOrderFixtures.act(world, "technician", order, verb, Map.of());
    }

    @Test
    void aComplaintIsAnsweredByTheFirstPublicNoteOfStaff() {
        Answer order = WorkOrderFixtures.registered(world, "COMPLAINT");
        note(order, "内部备注", "INTERNAL");
        assertThat(state(read(order), "FIRST_ANSWER")).isEqualTo("RUNNING");
        world.as("owner")
                .post("/my/work-orders/" + order.id() + "/notes", Map.of("text", "还没人联系我"))
                .require(201);
        assertThat(state(read(order), "FIRST_ANSWER")).isEqualTo("RUNNING");

        note(order, "已联系施工方，明早处理", "PUBLIC");
        String metAt = clock(read(order), "FIRST_ANSWER").get("metAt").asText();
        note(order, "第二次答复", "PUBLIC");
        assertThat(clock(read(order), "FIRST_ANSWER").get("metAt").asText()).isEqualTo(metAt);
        assertThat(state(read(order), "FIRST_ANSWER")).isEqualTo("MET");
    }

    private void note(Answer order, String text, String visibility) {
        world.as("desk")
                .post("/work-orders/" + order.id() + "/notes", Map.of("text", text, "visibility", visibility))
                .require(201);
    }

    @Test
    void aComplaintThatIsCompletedIsAnsweredToo() {
        Answer order = WorkOrderFixtures.registered(world, "COMPLAINT");
        Answer done = WorkOrderFixtures.act(
                world, "desk", order, "complete", Map.of("resolution", "已解释", "code", "ANSWERED_AT_DESK"));
        assertThat(state(done, "FIRST_ANSWER")).isEqualTo("MET");
        assertThat(state(done, "FINISH")).isEqualTo("MET");
    }

    @Test
    void aNewRoundStartsFreshClocksAndTheTimelineKeepsTheOldOnes() {
        Answer completed = WorkOrderFixtures.completed(world);
        Answer again = WorkOrderFixtures.act(world, "desk", completed, "reopen", Map.of("reason", "又漏了"));

        assertThat(again.body().get("clocks").findValuesAsText("name"))
                .containsExactlyInAnyOrder("DISPATCH", "ARRIVE", "FINISH");
        assertThat(again.body().get("clocks").findValuesAsText("state")).containsOnly("RUNNING");
        JsonNode kept = lastOf(again, "REOPEN").at("/data/clocks");
        assertThat(kept.findValuesAsText("name"))
                .containsExactlyInAnyOrder("DISPATCH", "ACCEPT", "ARRIVE", "FINISH", "FOLLOW_UP");
        List<String> met = kept.findValuesAsText("metAt");
        assertThat(met.stream().filter("null"::equals)).hasSize(1);
    }

    private JsonNode lastOf(Answer order, String type) {
        JsonNode found = null;
        for (JsonNode line : world.as("desk")
                .get("/work-orders/" + order.id() + "/timeline?limit=200")
                .require(200)
                .body()
                .get("items")) {
            found = line.get("type").asText().equals(type) ? line : found;
        }
        return java.util.Objects.requireNonNull(found);
    }

    @Test
    void whatIsSentBackToTheDeskKeepsHowItsClocksStood() {
        Answer dispatched = WorkOrderFixtures.dispatched(world);
        WorkOrderFixtures.act(world, "technician", dispatched, "decline", Map.of("reason", "在外地"));
        JsonNode kept = lastLine(dispatched).at("/data/clocks");
        assertThat(kept.findValuesAsText("name")).containsExactlyInAnyOrder("DISPATCH", "ACCEPT");
    }
}
