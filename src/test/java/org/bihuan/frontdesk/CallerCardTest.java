package org.bihuan.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ApiDocument.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class CallerCardTest {
    private final World world = World.fresh();
    private final Api desk = world.as("desk");

    private JsonNode matches(Api who, String query) {
        return who.get("/callers?" + query).require(200).body().at("/matches");
    }

    private JsonNode byPhone(String phone) {
        return matches(desk, "phone=" + encoded(phone));
    }

    private JsonNode byText(String text) {
        return matches(desk, "q=" + encoded(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer ring(String phone, Instant at, String direction, List<?> workOrders) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("communityId", world.id("community"));
        call.put("channel", "CALL");
        call.put("direction", direction);
        call.put("startedAt", at.toString());
        call.put("caller", Map.of("phone", phone, "unitCode", "3-2-1202"));
        call.put("notes", "第一句话");
        call.put("workOrders", workOrders);
        return desk.post("/interactions", call).require(201);
    }

    private Answer order(String kind, Map<String, ?> extra) {
        Map<String, Object> matter = WorkOrderFixtures.matter(world, kind, "要处理的事");
        matter.putAll(extra);
        return desk.post("/work-orders", matter).require(201);
    }

    @Test
    void theCardShowsWhoRingsWhereTheyLiveWhatIsOpenAndTheLastCalls() {
        Answer call = ring(
                "13800138000",
                Instant.now().minusSeconds(600),
                "INBOUND",
                List.of(Map.of("kind", "REPAIR", "description", "漏水", "location", Map.of("unitCode", "3-2-1202"))));
        JsonNode card = byPhone("138-0013-8000").get(0);
        assertThat(card.at("/resident/name").asText()).isEqualTo("王芳");
        assertThat(card.at("/units/0/code").asText()).isEqualTo("3-2-1202");
        assertThat(card.at("/units/0/relation").asText()).isEqualTo("OWNER");
        assertThat(card.at("/openWorkOrders/0/id").asText()).isEqualTo(call.text("/workOrders/0/id"));
        assertThat(card.at("/openWorkOrders/0/nextDueAt").isNull()).isFalse();
        assertThat(card.at("/recentInteractions/0/id").asText()).isEqualTo(call.id());
        assertThat(card.at("/recentInteractions/0/workOrderNumbers/0").asText())
                .isEqualTo(call.text("/workOrders/0/number"));
        assertThat(card.at("/flags")).isEmpty();
    }

    @Test
    void peopleAreFoundByNameByUnitAndByPhone() {
        for (String typed : List.of("王芳", "芳", "3-2-1202", "3栋2单元1202", "138 0013 8000")) {
            JsonNode matches = byText(typed);
            assertThat(matches).as(typed).hasSize(1);
            assertThat(matches.at("/0/resident/id").asText()).as(typed).isEqualTo(world.id("resident"));
        }
        assertThat(byText("没有这个人")).isEmpty();
    }

    @Test
    void exactlyOneQuestionIsAsked() {
        assertThat(desk.get("/callers").require(400).text("/errors/0/code")).isEqualTo("EXACTLY_ONE_OF");
        desk.get("/callers?phone=13800138000&q=x").require(400);
        desk.get("/callers?q=").require(400);
        desk.get("/callers?phone=abc").require(422);
        world.as("technician").get("/callers?q=x").require(403);
    }

    @Test
    void residentsOfOtherCommunitiesAreNotShown() {
        assertThat(matches(world.as("strangerDesk"), "phone=13800138000")).isEmpty();
        assertThat(matches(world.as("strangerDesk"), "q=" + encoded("王芳"))).isEmpty();
        assertThat(matches(World.first().as("desk"), "phone=13800138000").findValuesAsText("id"))
                .doesNotContain(world.id("resident"));
    }

    @Test
    void aStrangersNumberThatRangBeforeShowsWhatIsOpen() {
        assertThat(byPhone("13700000001")).isEmpty();
        ring(
                "13700000001",
                Instant.now().minusSeconds(30),
                "INBOUND",
                List.of(Map.of("kind", "COMPLAINT", "description", "垃圾没人收")));
        JsonNode card = byPhone("137 0000 0001").get(0);
        assertThat(card.at("/resident").isNull()).isTrue();
        assertThat(card.at("/openWorkOrders")).hasSize(1);
        assertThat(card.at("/recentInteractions")).hasSize(1);
        assertThat(texts(card.at("/flags"))).containsExactly("OPEN_COMPLAINT");
        assertThat(matches(world.as("strangerDesk"), "phone=13700000001")).isEmpty();
    }

    @Test
    void threeCallsInSevenDaysMakeARepeatCallerAndOurOwnCallsDoNot() {
        ring("13700000002", Instant.now().minusSeconds(8 * 86_400), "INBOUND", List.of());
        ring("13700000002", Instant.now().minusSeconds(6 * 86_400), "INBOUND", List.of());
        ring("13700000002", Instant.now().minusSeconds(5 * 86_400), "INBOUND", List.of());
        ring("13700000002", Instant.now().minusSeconds(4 * 86_400), "OUTBOUND", List.of());
        assertThat(texts(byPhone("13700000002").at("/0/flags"))).doesNotContain("REPEAT_CALLER");
        ring("13700000002", Instant.now().minusSeconds(86_400), "INBOUND", List.of());
        assertThat(texts(byPhone("13700000002").at("/0/flags"))).contains("REPEAT_CALLER");
        assertThat(byPhone("13700000002").at("/0/recentInteractions")).hasSize(5);
    }

    @Test
    void whatWasReopenedIsFlagged() {
        Answer completed = WorkOrderFixtures.completed(world);
        assertThat(texts(byText("王芳").at("/0/flags"))).doesNotContain("REOPENED");
        WorkOrderFixtures.act(world, "desk", completed, "reopen", Map.of("reason", "还在漏"));
        assertThat(texts(byText("王芳").at("/0/flags"))).contains("REOPENED");
    }

    @Test
    void threeAlikeInOneBuildingWithinADayAffectTheBuilding() {
        String category = desk.get("/catalogue/categories?limit=200")
                .require(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/kind").asText().equals("REPAIR"))
                .findFirst()
                .orElseThrow()
                .at("/code")
                .asText();
        Map<String, Object> alike =
                Map.of("categoryCode", category, "location", Map.of("unitId", world.id("neighbour")));
        order("REPAIR", alike);
        order("REPAIR", alike);
        assertThat(texts(byText("王芳").at("/0/flags"))).doesNotContain("BUILDING_AFFECTED");
        order("REPAIR", alike);
        assertThat(texts(byText("王芳").at("/0/flags"))).contains("BUILDING_AFFECTED");
    }

    @Test
    void whoMovedOutIsShownAfterWhoStillLivesThere() {
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        String gone = world.as("admin")
                .post(
                        "/residents",
                        Map.of(
                                "name", "李前租客",
                                "phone", "13700000003",
                                "occupancies",
                                        List.of(Map.of(
                                                "unitId",
                                                world.id("unit"),
                                                "relation",
                                                "TENANT",
                                                "from",
                                                "2020-01-01",
                                                "to",
                                                yesterday))))
                .require(201)
                .id();
        String stays = world.resident("李现租客", "13700000003", "neighbour");
        JsonNode matches = byPhone("13700000003");
        assertThat(matches.at("/0/resident/id").asText()).isEqualTo(stays);
        assertThat(matches.at("/1/resident/id").asText()).isEqualTo(gone);
        assertThat(texts(matches.at("/1/flags"))).contains("MOVED_OUT");
        assertThat(texts(matches.at("/0/flags"))).doesNotContain("MOVED_OUT");
        assertThat(byText("3-2-1202")).hasSize(1);
    }

    @Test
    void aDoubtfulPhoneIsFlagged() {
        Answer completed = WorkOrderFixtures.completed(world);
        String followUp = completed.text("/followUpId");
        Answer read = desk.get("/follow-ups/" + followUp).require(200);
        desk.post("/follow-ups/" + followUp + "/attempts", Map.of("outcome", "WRONG_NUMBER"), read)
                .require(200);
        assertThat(texts(byText("王芳").at("/0/flags"))).contains("PHONE_DOUBTFUL");
    }
}
