package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@HttpTest
class FollowUpPolicyTest {
    private final World world = World.first();

    private static Answer policy(World world, String group) {
        var items = world.as("manager").get("/policies").require(200).body().get("items");
        String id = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("group").asText().equals(group))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        return world.as("manager").get("/policies/" + id).require(200);
    }

    private static Answer change(World world, String person, String group, Map<String, ?> patch) {
        Answer policy = policy(world, group);
        return world.as(person).patch("/policies/" + policy.id(), patch, policy);
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT,100,PT72H", "CRITICAL,100,PT24H", "REPAIR,100,PT48H", "OTHER,0,PT48H"})
    void aCompanyStartsWithThePoliciesOfTheDomain(String group, int share, String due) {
        Answer policy = policy(World.other(), group);

        assertThat(policy.body().get("sharePercent").asInt()).isEqualTo(share);
        assertThat(policy.text("/dueWithin")).isEqualTo(due);
        assertThat(policy.body().get("maxAttempts").asInt()).isEqualTo(3);
        assertThat(policy.text("/reason")).isNotBlank();
    }

    @Test
    void aChangedPolicyCountsForWhatIsCompletedFromThenOn() {
        World fresh = World.fresh();
        Answer before = FollowUps.ofARepair(fresh);
        change(fresh, "manager", "REPAIR", Map.of("maxAttempts", 1)).require(200);
        change(fresh, "admin", "OTHER", Map.of("sharePercent", 100, "dueWithin", "P1D"))
                .require(200);

        Answer after = FollowUps.ofARepair(fresh);
        assertThat(FollowUps.attempted(fresh, before, "BUSY").text("/status")).isEqualTo("SCHEDULED");
        assertThat(FollowUps.attempted(fresh, after, "BUSY").text("/status")).isEqualTo("EXHAUSTED");
        Answer inquiry = FollowUps.of(fresh, FollowUps.answered(fresh, "INQUIRY"));
        assertThat(inquiry.text("/policyReason")).isEqualTo("OTHER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMPLAINT | sharePercent      | 99        | SHARE_BELOW_MINIMUM
            REPAIR    | sharePercent      | 29        | SHARE_BELOW_MINIMUM
            OTHER     | sharePercent      | 101       | TOO_LARGE
            OTHER     | sharePercent      | -1        | TOO_SMALL
            REPAIR    | maxAttempts       | 0         | TOO_SMALL
            """)
    void aPolicyKeepsWithinItsBounds(String group, String field, int value, String code) {
        Answer refusal = change(world, "admin", group, Map.of(field, value));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.text("/errors/0/pointer")).isEqualTo("/" + field);
        assertThat(refusal.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void whatAPolicyNeedsCannotBeTakenAway() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("sharePercent", null);
        nothing.put("dueWithin", null);

        Answer refusal = change(world, "admin", "OTHER", nothing);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.body().get("errors")).hasSize(2);
    }

    @Test
    void theLeaksAreTheCompanysOwn() {
        World fresh = World.fresh();
        List<String> leaks = List.of("PIPE_BURST");
        assertThat(change(fresh, "admin", "CRITICAL", Map.of("leakCategoryCodes", List.of("NO_SUCH_THING")))
                        .text("/errors/0/pointer"))
                .isEqualTo("/leakCategoryCodes/0");
        assertThat(reasonOf(fresh, "ROOF_LEAK")).isEqualTo("LEAK");

        change(fresh, "admin", "CRITICAL", Map.of("leakCategoryCodes", leaks)).require(200);

        assertThat(reasonOf(fresh, "ROOF_LEAK")).isEqualTo("REPAIR");
    }

    private static String reasonOf(World world, String category) {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.put("categoryCode", category);
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        order = WorkOrderFixtures.dispatch(world, order);
        order = WorkOrderFixtures.act(world, "technician", order, "accept", Map.of());
        order = WorkOrderFixtures.act(world, "technician", order, "start", Map.of());
        return FollowUps.of(world, WorkOrderFixtures.complete(world, order)).text("/policyReason");
    }

    @Test
    void aCategoryCanHaveARuleOfItsOwn() {
        World fresh = World.fresh();
        Map<String, Object> rule = Map.of("categoryCode", "FEE_QUESTION", "sharePercent", 100, "dueWithin", "PT6H");
        Answer made = fresh.as("manager").post("/policies", rule).require(201);

        assertThat(made.header("Location")).endsWith("/api/v1/policies/" + made.id());
        assertThat(made.text("/group")).isEqualTo("CATEGORY");
        assertThat(made.text("/maxAttempts")).isEqualTo("3");
        assertThat(fresh.as("admin").post("/policies", rule).code()).isEqualTo("CATEGORY_HAS_A_POLICY");
        assertThat(feeQuestion(fresh).text("/status")).isEqualTo("COMPLETED");
        fresh.as("admin")
                .patch("/policies/" + made.id(), Map.of("retired", true), made)
                .require(200);
        assertThat(feeQuestion(fresh).text("/closing/reason")).isEqualTo("NOT_SAMPLED");
    }

    private static Answer feeQuestion(World world) {
        Map<String, Object> matter = WorkOrderFixtures.matter(world, "INQUIRY", "物业费怎么交");
        matter.put("categoryCode", "FEE_QUESTION");
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        return WorkOrderFixtures.act(
                world, "desk", order, "complete", Map.of("resolution", "已答复", "code", "ANSWERED_AT_DESK"));
    }

    @ParameterizedTest
    @CsvSource({"NO_SUCH_THING,100,/categoryCode", "ROOF_LEAK,29,/sharePercent", "NOISE,99,/sharePercent"})
    void aRuleOfACategoryIsNoWayRoundTheOthers(String category, int share, String pointer) {
        Map<String, Object> rule = Map.of("categoryCode", category, "sharePercent", share, "dueWithin", "PT6H");
        Answer refusal = world.as("admin").post("/policies", rule);

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"admin,200,422", "manager,200,422", "desk,200,403", "technician,403,403", "owner,403,403"})
    void staffReadAndThoseInChargeChange(String person, int reading, int changing) {
        assertThat(world.as(person).get("/policies").status()).isEqualTo(reading);
        assertThat(world.as(person)
                        .get("/policies/" + policy(world, "REPAIR").id())
                        .status())
                .isEqualTo(reading);
        assertThat(change(world, person, "REPAIR", Map.of("sharePercent", 0)).status())
                .isEqualTo(changing);
    }

    @Test
    void anotherCompanysPolicyDoesNotExist() {
        Answer foreign = policy(World.other(), "REPAIR");

        assertThat(world.as("admin").get("/policies/" + foreign.id()).status()).isEqualTo(404);
        assertThat(world.as("admin")
                        .patch("/policies/" + foreign.id(), Map.of("sharePercent", 50), foreign)
                        .status())
                .isEqualTo(404);
    }
}
