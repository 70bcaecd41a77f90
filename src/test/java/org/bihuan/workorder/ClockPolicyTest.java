package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a company says about how long each step may take. */
@HttpTest
class ClockPolicyTest {
    private final World world = World.first();

    private static Answer policy(World world, String kind, String priority, String clock) {
        JsonNode items =
                world.as("desk").get("/clock-policies").require(200).body().get("items");
        String id = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("kind").asText().equals(kind)
                        && item.get("priority").asText().equals(priority)
                        && item.get("clock").asText().equals(clock)
                        && item.get("categoryCode").isNull())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        return world.as("admin").get("/clock-policies/" + id).require(200);
    }

    private static Map<String, Object> forLeaks(String clock, String allowed) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("categoryCode", "PLUMBING_LEAK");
        wanted.put("clock", clock);
        wanted.put("allowed", allowed);
        wanted.put("aroundTheClock", true);
        return wanted;
    }

    private static Answer registered(World world, String category, String priority) {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.put("categoryCode", category);
        matter.put("priority", priority);
        return world.as("desk").post("/work-orders", matter).require(201);
    }

    private static Duration allowed(Answer order, String clock) {
        Instant due = Instant.parse(clock(order, clock).get("dueAt").asText());
        return Duration.between(Instant.parse(order.text("/createdAt")), due);
    }

    static JsonNode clock(Answer order, String name) {
        return StreamSupport.stream(order.body().get("clocks").spliterator(), false)
                .filter(clock -> clock.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + order.raw()));
    }

    @ParameterizedTest
    @CsvSource({
        "null,      EMERGENCY, ARRIVE,       PT15M, true",
        "null,      URGENT,    FINISH,       PT24H, true",
        "null,      NORMAL,    FINISH,       P3D,   false",
        "null,      LOW,       DISPATCH,     PT4H,  false",
        "COMPLAINT, NORMAL,    FIRST_ANSWER, PT4H,  false"
    })
    void aCompanyStartsWithTheDefaultsAndTheirSources(
            String kind, String priority, String clock, String allowed, boolean aroundTheClock) {
        Answer policy = policy(World.other(), kind, priority, clock);
        assertThat(policy.text("/allowed")).isEqualTo(allowed);
        assertThat(policy.body().get("aroundTheClock").asBoolean()).isEqualTo(aroundTheClock);
        assertThat(policy.text("/source")).contains(" · ");
        assertThat(policy.etag()).isEqualTo("\"v0\"");
    }

    @Test
    void theMostSpecialPolicyPlansANewOrder() {
        World fresh = World.fresh();
        fresh.as("admin").post("/clock-policies", forLeaks("ARRIVE", "PT40M")).require(201);
        Map<String, Object> urgent = forLeaks("ARRIVE", "PT20M");
        urgent.put("priority", "URGENT");
        fresh.as("admin").post("/clock-policies", urgent).require(201);

        assertThat(allowed(registered(fresh, "PLUMBING_LEAK", "NORMAL"), "ARRIVE"))
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(allowed(registered(fresh, "PLUMBING_LEAK", "URGENT"), "ARRIVE"))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(allowed(registered(fresh, "PIPE_BURST", "URGENT"), "ARRIVE")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aKindCanHaveItsOwnAndARetiredPolicyGivesTheWiderOneBack() {
        World fresh = World.fresh();
        Map<String, Object> hazards = Map.of(
                "kind", "HAZARD", "priority", "URGENT", "clock", "FINISH", "allowed", "PT8H", "aroundTheClock", true);
        Answer policy = fresh.as("admin").post("/clock-policies", hazards).require(201);
        Map<String, Object> hazard = WorkOrderFixtures.matter(fresh, "HAZARD", "井盖松动");
        hazard.put("priority", "URGENT");
        assertThat(allowed(fresh.as("desk").post("/work-orders", hazard).require(201), "FINISH"))
                .isEqualTo(Duration.ofHours(8));

        fresh.as("admin")
                .patch("/clock-policies/" + policy.id(), Map.of("retired", true), policy)
                .require(200);
        assertThat(allowed(fresh.as("desk").post("/work-orders", hazard).require(201), "FINISH"))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aChangeLeavesRunningClocksAloneAndCountsForNewOnes() {
        World fresh = World.fresh();
        Answer before = registered(fresh, "PIPE_BURST", "URGENT");
        Answer policy = policy(fresh, "null", "URGENT", "FINISH");
        fresh.as("admin")
                .patch("/clock-policies/" + policy.id(), Map.of("allowed", "P2D", "source", "合同"), policy)
                .require(200);

        Answer corrected = fresh.as("desk")
                .patch("/work-orders/" + before.id(), Map.of("description", "更正"), before)
                .require(200);
        assertThat(allowed(corrected, "FINISH")).isEqualTo(Duration.ofDays(1));
        assertThat(allowed(registered(fresh, "PIPE_BURST", "URGENT"), "FINISH")).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({
        "allowed,      PT0S,         /allowed,      DURATION_OUT_OF_RANGE",
        "allowed,      P61D,         /allowed,      DURATION_OUT_OF_RANGE",
        "allowed,      PT0.5S,       /allowed,      DURATION_OUT_OF_RANGE",
        "allowed,      -PT5M,        /allowed,      DURATION_OUT_OF_RANGE",
        "allowed,      soon,         /allowed,      NOT_A_DURATION",
        "allowed,      P99999999999999999D, /allowed, NOT_A_DURATION",
        "categoryCode, NO_SUCH,      /categoryCode, UNKNOWN_CATEGORY",
        "clock,        FIRST_ANSWER, /clock,        NO_SUCH_CLOCK",
        "clock,        FOLLOW_UP,    /clock,        NO_SUCH_CLOCK",
        "kind,         HAZARD,       /categoryCode, EXACTLY_ONE_OF"
    })
    void whatCannotBePlannedIsRefused(String field, String value, String pointer, String code) {
        Map<String, Object> wanted = forLeaks("FINISH", "PT1H");
        wanted.put(field, value);
        Answer refusal = world.as("admin").post("/clock-policies", wanted).require(422);
        assertThat(refusal.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refusal.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void whatEverythingFallsBackToStays() {
        for (Answer policy : new Answer[] {
            policy(world, "null", "NORMAL", "FINISH"), policy(world, "COMPLAINT", "LOW", "FIRST_ANSWER")
        }) {
            Answer refusal = world.as("admin")
                    .patch("/clock-policies/" + policy.id(), Map.of("retired", true), policy)
                    .require(422);
            assertThat(refusal.text("/errors/0/code")).isEqualTo("CLOCK_POLICY_STAYS");
        }
    }

    @Test
    void oneClockHasOnePolicyAndOnlyAdministratorsSetIt() {
        World fresh = World.fresh();
        fresh.as("admin").post("/clock-policies", forLeaks("ACCEPT", "PT10M")).require(201);
        Answer again = fresh.as("admin")
                .post("/clock-policies", forLeaks("ACCEPT", "PT9M"))
                .require(409);
        assertThat(again.code()).isEqualTo("CLOCK_HAS_A_POLICY");
        fresh.as("manager")
                .post("/clock-policies", forLeaks("DISPATCH", "PT9M"))
                .require(403);
        Answer policy = policy(fresh, "null", "LOW", "FINISH");
        fresh.as("manager")
                .patch("/clock-policies/" + policy.id(), Map.of("allowed", "P9D"), policy)
                .require(403);
    }
}
