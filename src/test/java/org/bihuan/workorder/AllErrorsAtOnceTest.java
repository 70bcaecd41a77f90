package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** What is wrong with the form and what is named but does not exist are told in one answer. */
@HttpTest
class AllErrorsAtOnceTest {
    private final World world = World.first();

    private static List<String> errors(Answer refusal) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : refusal.require(422).body().at("/errors")) {
            errors.add(error.at("/pointer").asText() + " " + error.at("/code").asText());
        }
        return errors;
    }

    private static Map<String, Object> brokenMatter() {
        return Map.of(
                "kind", "REPAIR",
                "description", " ",
                "categoryCode", "NO_SUCH",
                "location", Map.of("unitCode", "9-9-9999"),
                "preferredWindow", Map.of("from", "2020-01-01T08:00:00Z", "to", "2020-01-01T10:00:00Z"));
    }

    @Test
    void ofANewMatter() {
        Map<String, Object> matter = new HashMap<>(brokenMatter());
        matter.put("communityId", world.id("community"));
        matter.put("priority", "SOON");
        matter.put("reporter", Map.of("phone", "what"));

        assertThat(errors(world.as("desk").post("/work-orders", matter)))
                .containsExactlyInAnyOrder(
                        "/priority NOT_ONE_OF",
                        "/description REQUIRED",
                        "/categoryCode UNKNOWN_CATEGORY",
                        "/location/unitCode UNKNOWN_UNIT",
                        "/preferredWindow/to WINDOW_HAS_PASSED",
                        "/reporter/phone PHONE_NOT_USABLE");
    }

    @Test
    void ofAMatterWithoutACommunityNothingIsToldAboutPlaces() {
        Map<String, Object> matter = new HashMap<>(brokenMatter());
        matter.put("communityId", world.id("elsewhere"));
        matter.remove("kind");

        assertThat(errors(world.as("desk").post("/work-orders", matter)))
                .containsExactlyInAnyOrder(
                        "/kind REQUIRED",
                        "/description REQUIRED",
                        "/categoryCode UNKNOWN_CATEGORY",
                        "/preferredWindow/to WINDOW_HAS_PASSED",
                        "/communityId UNKNOWN_COMMUNITY");
    }

    @Test
    void ofEveryMatterOfACall() {
        Map<String, Object> good = Map.of("kind", "REPAIR", "description", "灯不亮");
        Map<String, Object> call = Map.of(
                "communityId",
                world.id("community"),
                "channel",
                "CALL",
                "startedAt",
                Instant.now().plusSeconds(3600).toString(),
                "ringSeconds",
                -1,
                "caller",
                Map.of("phone", "what", "unitCode", "8-8-8888"),
                "workOrders",
                List.of(good, brokenMatter()));

        assertThat(errors(world.as("desk").post("/interactions", call)))
                .containsExactlyInAnyOrder(
                        "/ringSeconds TOO_SMALL",
                        "/startedAt IN_THE_FUTURE",
                        "/caller/phone PHONE_NOT_USABLE",
                        "/caller/unitCode UNKNOWN_UNIT",
                        "/workOrders/1/description REQUIRED",
                        "/workOrders/1/categoryCode UNKNOWN_CATEGORY",
                        "/workOrders/1/location/unitCode UNKNOWN_UNIT",
                        "/workOrders/1/preferredWindow/to WINDOW_HAS_PASSED");
    }

    @Test
    void ofACorrection() {
        Answer order = WorkOrderFixtures.registered(world);
        Map<String, Object> patch = new HashMap<>(brokenMatter());
        patch.remove("kind");
        patch.put("priority", null);

        assertThat(errors(world.as("desk").patch("/work-orders/" + order.id(), patch, order)))
                .containsExactlyInAnyOrder(
                        "/priority REQUIRED",
                        "/description REQUIRED",
                        "/categoryCode UNKNOWN_CATEGORY",
                        "/location/unitCode UNKNOWN_UNIT",
                        "/preferredWindow/to WINDOW_HAS_PASSED");
    }

    @Test
    void ofWhatAnOwnerReports() {
        assertThat(errors(world.as("owner").post("/my/work-orders", brokenMatter())))
                .containsExactlyInAnyOrder(
                        "/description REQUIRED",
                        "/location/unitCode NOT_YOUR_HOME",
                        "/categoryCode UNKNOWN_CATEGORY",
                        "/preferredWindow/to WINDOW_HAS_PASSED");
    }

    @Test
    void ofAResident() {
        Map<String, Object> reversed =
                Map.of("unitId", world.id("unit"), "relation", "OWNER", "from", "2025-01-01", "to", "2024-01-01");
        Map<String, Object> nowhere = Map.of("unitId", "01940000-0000-7000-8000-000000000000", "relation", "OWNER");
        Map<String, Object> resident = Map.of("phone", "what", "occupancies", List.of(reversed, nowhere));

        assertThat(errors(world.as("desk").post("/residents", resident)))
                .containsExactlyInAnyOrder(
                        "/name REQUIRED",
                        "/phone PHONE_NOT_USABLE",
                        "/occupancies/0/to ENDS_BEFORE_IT_BEGINS",
                        "/occupancies/1/from REQUIRED",
                        "/occupancies/1/unitId UNKNOWN_UNIT");
    }

    @Test
    void theSameKeyWithABrokenBodyIsNotTheFirstAnswer() {
        Map<String, Object> matter = WorkOrderFixtures.matter(world, "REPAIR", "灯不亮");
        var desk = world.as("desk").with("Idempotency-Key", "errors-" + java.util.UUID.randomUUID());
        desk.post("/work-orders", matter).require(201);
        Map<String, Object> broken = new HashMap<>(matter);
        broken.put("priority", "SOON");

        desk.post("/work-orders", broken).require(422);
    }
}
