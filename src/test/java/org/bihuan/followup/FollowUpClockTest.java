package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** The call that is still to be made is one of the deadlines of its work order. */
@HttpTest
class FollowUpClockTest {
    private final World world = World.first();

    private Answer order(Answer followUp) {
        return world.as("desk")
                .get("/work-orders/" + followUp.text("/workOrderId"))
                .require(200);
    }

    private static JsonNode clock(Answer order) {
        return StreamSupport.stream(order.body().get("clocks").spliterator(), false)
                .filter(clock -> clock.get("name").asText().equals("FOLLOW_UP"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(order.raw()));
    }

    private static String state(Answer order) {
        return clock(order).get("state").asText();
    }

    private Answer attempt(Answer followUp, Map<String, ?> body) {
        return world.as("desk")
                .post("/follow-ups/" + followUp.id() + "/attempts", body, followUp)
                .require(200);
    }

    @Test
    void itRunsFromCompletionAndIsDueWhenTheCallIs() {
        Answer followUp = FollowUps.ofARepair(world);
        Answer order = order(followUp);
        assertThat(state(order)).isEqualTo("RUNNING");
        assertThat(clock(order).get("dueAt").asText()).isEqualTo(followUp.text("/dueAt"));

        String due = Instant.parse(followUp.text("/dueAt")).plusMillis(1).toString();
        String found = "/work-orders?status=COMPLETED&number=" + order.text("/number") + "&dueBefore=";
        assertThat(world.as("desk").get(found + due).require(200).body().get("items"))
                .hasSize(1);
        assertThat(world.as("desk")
                        .get(found + followUp.text("/dueAt"))
                        .require(200)
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void anAgreedTimeMovesIt() {
        Answer followUp = FollowUps.ofARepair(world);
        String agreed =
                Instant.parse(followUp.text("/dueAt")).plus(Duration.ofDays(2)).toString();
        Answer later = attempt(followUp, Map.of("outcome", "CALL_BACK", "callBackAt", agreed));
        assertThat(Instant.parse(later.text("/dueAt"))).isAfterOrEqualTo(Instant.parse(agreed));
        assertThat(clock(order(followUp)).get("dueAt").asText()).isEqualTo(later.text("/dueAt"));
        assertThat(state(order(followUp))).isEqualTo("RUNNING");
    }

    @Test
    void notReachingAnybodyLeavesItAndGivingUpMeetsIt() {
        Answer followUp = FollowUps.ofARepair(world);
        Answer once = attempt(followUp, Map.of("outcome", "NO_ANSWER"));
        assertThat(state(order(followUp))).isEqualTo("RUNNING");
        assertThat(clock(order(followUp)).get("dueAt").asText()).isEqualTo(followUp.text("/dueAt"));

        attempt(attempt(once, Map.of("outcome", "BUSY")), Map.of("outcome", "NO_ANSWER"));
        assertThat(order(followUp).text("/closing/reason")).isEqualTo("UNREACHABLE");
        assertThat(state(order(followUp))).isEqualTo("MET");
    }

    @Test
    void aVerdictMeetsItAlsoWhenItReopensTheMatter() {
        Answer followUp = FollowUps.ofARepair(world);
        attempt(followUp, Map.of("outcome", "REACHED", "verdict", Map.of("resolved", "NO", "satisfaction", 2)));
        JsonNode lines = world.as("desk")
                .get("/work-orders/" + followUp.text("/workOrderId") + "/timeline?limit=200")
                .require(200)
                .body()
                .get("items");
        JsonNode kept = StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.get("type").asText().equals("REOPEN"))
                .flatMap(line -> StreamSupport.stream(line.at("/data/clocks").spliterator(), false))
                .filter(clock -> clock.get("name").asText().equals("FOLLOW_UP"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.get("metAt").isNull()).isFalse();
        assertThat(kept.get("stopped").asBoolean()).isFalse();
    }

    @Test
    void whoWaivesTheCallStopsItBecauseNobodyRang() {
        Answer closed = WorkOrderFixtures.closed(world);
        assertThat(state(closed)).isEqualTo("STOPPED");
        assertThat(clock(closed).get("metAt").isNull()).isTrue();
    }
}
