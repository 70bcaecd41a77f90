package org.bihuan.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class InteractionTest {
    private final World world = World.first();
    private final Api desk = world.as("desk");

    private Map<String, Object> call(Map<String, ?> caller, List<?> workOrders) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("communityId", world.id("community"));
        call.put("channel", "CALL");
        call.put("startedAt", Instant.now().minusSeconds(60).toString());
        call.put("ringSeconds", 8);
        call.put("caller", caller);
        call.put("notes", "声音很急");
        call.put("workOrders", workOrders);
        return call;
    }

    private static Map<String, Object> leak(String unitCode) {
        return Map.of(
                "kind", "REPAIR",
                "description", "厨房水管漏水，已经关了总阀",
                "location", Map.of("unitCode", unitCode, "position", "厨房"),
                "priority", "URGENT");
    }

    private static Map<String, Object> wang() {
        return Map.of("name", "王芳", "phone", "138 0013 8000", "unitCode", "3-2-1202");
    }

    private static Map<String, String> errors(Answer answer) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (JsonNode error : answer.body().at("/errors")) {
            errors.put(error.at("/pointer").asText(), error.at("/code").asText());
        }
        return errors;
    }

    @Test
    void aCallAndItsWorkOrdersAreRecordedTogether() {
        Map<String, Object> second = Map.of("kind", "COMPLAINT", "description", "楼上太吵");
        Answer logged = desk.post("/interactions", call(wang(), List.of(leak("3栋2单元1202"), second)))
                .require(201);
        assertThat(logged.header("Location")).endsWith("/api/v1/interactions/" + logged.id());
        assertThat(logged.text("/direction")).isEqualTo("INBOUND");
        assertThat(logged.text("/takenBy/id")).isEqualTo(world.id("desk"));
        assertThat(logged.text("/caller/phone")).isEqualTo("+8613800138000");
        assertThat(logged.text("/caller/residentId")).isEqualTo(world.id("resident"));
        assertThat(logged.text("/workOrders/0/location/unitId")).isEqualTo(world.id("unit"));
        assertThat(logged.text("/workOrders/0/reporter/residentId")).isEqualTo(world.id("resident"));
        assertThat(logged.text("/workOrders/0/channel")).isEqualTo("CALL");
        assertThat(logged.text("/workOrders/1/kind")).isEqualTo("COMPLAINT");
        assertThat(logged.body().at("/workOrders/1/location/unitId").isNull()).isTrue();
        Answer read = desk.get("/interactions/" + logged.id()).require(200);
        assertThat(read.body()).isEqualTo(logged.body());
        assertThat(read.etag()).isEqualTo("\"v0\"");
    }

    @Test
    void aCallerNobodyKnowsIsWelcome() {
        Answer nameless = desk.post("/interactions", call(Map.of(), List.of(leak("3-2-1202"))))
                .require(201);
        assertThat(nameless.body().at("/caller/residentId").isNull()).isTrue();
        assertThat(nameless.text("/workOrders/0/status")).isEqualTo("REGISTERED");
        Map<String, Object> noCaller = call(Map.of(), List.of());
        noCaller.remove("caller");
        assertThat(desk.post("/interactions", noCaller).require(201).body().at("/workOrders"))
                .isEmpty();
    }

    @Test
    void theOnlyResidentWithThatPhoneInThatUnitIsTakenForTheCaller() {
        Answer logged = desk.post(
                        "/interactions", call(Map.of("phone", "+86 13800138000", "unitCode", "3-2-1202"), List.of()))
                .require(201);
        assertThat(logged.text("/caller/residentId")).isEqualTo(world.id("resident"));
        assertThat(logged.text("/caller/name")).isEqualTo("王芳");
        Answer elsewhere = desk.post(
                        "/interactions", call(Map.of("phone", "13800138000", "unitCode", "3-2-1201"), List.of()))
                .require(201);
        assertThat(elsewhere.body().at("/caller/residentId").isNull()).isTrue();
    }

    @Test
    void aResidentsIdStandsInForNameAndPhone() {
        Answer logged = desk.post(
                        "/interactions",
                        call(
                                Map.of("residentId", world.id("resident"), "unitId", world.id("unit")),
                                List.of(leak("3-2-1202"))))
                .require(201);
        assertThat(logged.text("/caller/name")).isEqualTo("王芳");
        assertThat(logged.text("/caller/unitCode")).isEqualTo("3-2-1202");
        assertThat(logged.text("/workOrders/0/reporter/phone")).isEqualTo("+8613800138000");
    }

    @Test
    void whatIsWrongWithAnyOfTheWorkOrdersIsToldAtOnceAndNothingIsKept() {
        Map<String, Object> unknownCategory =
                Map.of("kind", "REPAIR", "description", "灯不亮", "categoryCode", "NO_SUCH_THING");
        Map<String, Object> caller = Map.of("name", "全或无", "phone", "12", "unitCode", "9-9-9999");
        Answer refused = desk.post(
                        "/interactions", call(caller, List.of(leak("9-9-9999"), leak("3-2-1202"), unknownCategory)))
                .require(422);
        assertThat(errors(refused))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/caller/phone", "PHONE_NOT_USABLE",
                        "/caller/unitCode", "UNKNOWN_UNIT",
                        "/workOrders/0/location/unitCode", "UNKNOWN_UNIT",
                        "/workOrders/2/categoryCode", "UNKNOWN_CATEGORY"));
        assertThat(desk.get("/work-orders?q=" + encoded("全或无"))
                        .require(200)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void fieldsOfWorkOrdersAreCheckedWithTheirPlace() {
        Map<String, Object> nothing = Map.of("kind", "REPAIR", "description", " ");
        Answer refused = desk.post("/interactions", call(wang(), List.of(leak("3-2-1202"), nothing)))
                .require(422);
        assertThat(errors(refused)).containsEntry("/workOrders/1/description", "REQUIRED");
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(leak("3-2-1202"));
        }
        assertThat(errors(desk.post("/interactions", call(wang(), many)).require(422)))
                .containsEntry("/workOrders", "WRONG_LENGTH");
    }

    @Test
    void aCallIsNeitherInTheFutureNorEndsBeforeItBegins() {
        Map<String, Object> tomorrow = call(wang(), List.of());
        tomorrow.put("startedAt", Instant.now().plusSeconds(86_400).toString());
        assertThat(errors(desk.post("/interactions", tomorrow).require(422)))
                .containsEntry("/startedAt", "IN_THE_FUTURE");
        Map<String, Object> backwards = call(wang(), List.of());
        backwards.put("endedAt", Instant.now().minusSeconds(3600).toString());
        assertThat(errors(desk.post("/interactions", backwards).require(422)))
                .containsEntry("/endedAt", "ENDS_BEFORE_IT_BEGINS");
        Map<String, Object> clocksDiffer = call(wang(), List.of());
        clocksDiffer.put("startedAt", Instant.now().plusSeconds(200).toString());
        desk.post("/interactions", clocksDiffer).require(201);
    }

    @Test
    void anotherCommunityIsUnknownToTheDesk() {
        Map<String, Object> elsewhere = call(wang(), List.of());
        elsewhere.put("communityId", world.id("elsewhere"));
        assertThat(errors(desk.post("/interactions", elsewhere).require(422)))
                .containsExactly(Map.entry("/communityId", "UNKNOWN_COMMUNITY"));
        Answer logged = desk.post("/interactions", call(wang(), List.of())).require(201);
        world.as("strangerDesk").get("/interactions/" + logged.id()).require(404);
        World.other().as("desk").get("/interactions/" + logged.id()).require(404);
        world.as("technician").get("/interactions/" + logged.id()).require(403);
        world.as("strangerDesk")
                .patch("/interactions/" + logged.id(), Map.of("nonsense", 1), logged)
                .require(404);
    }

    @Test
    void notesCanBeAddedAfterwards() {
        Answer logged = desk.post("/interactions", call(wang(), List.of(leak("3-2-1202"))))
                .require(201);
        String end = Instant.now().minusSeconds(5).toString();
        Answer changed = desk.patch("/interactions/" + logged.id(), Map.of("notes", "已安排", "endedAt", end), logged)
                .require(200);
        assertThat(changed.text("/notes")).isEqualTo("已安排");
        assertThat(changed.text("/ringSeconds")).isEqualTo("8");
        assertThat(changed.body().at("/workOrders")).hasSize(1);
        desk.patch("/interactions/" + logged.id(), Map.of("notes", "x"), logged).require(412);
        desk.patch("/interactions/" + logged.id(), Map.of("ringSeconds", 3601), changed)
                .require(422);
    }

    @Test
    void theListShowsTheNewestFirstAndFindsAPhoneAsPeopleTypeIt() {
        Map<String, Object> caller = Map.of("name", "路人", "phone", "13911112222");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> call = call(caller, i == 0 ? List.of(leak("3-2-1202")) : List.of());
            call.put(
                    "startedAt",
                    Instant.parse("2026-11-20T01:00:00Z").plusSeconds(i).toString());
            ids.addFirst(desk.post("/interactions", call).require(201).id());
        }
        Answer first = desk.get("/interactions?limit=2&withTotal=true&phone=139-1111-2222")
                .require(200);
        assertThat(first.body().at("/items").findValuesAsText("id")).startsWith(ids.get(0));
        assertThat(first.text("/total")).isEqualTo("3");
        Answer second = desk.get("/interactions?limit=2&phone=139-1111-2222&cursor=" + first.text("/nextCursor"))
                .require(200);
        assertThat(second.text("/items/0/id")).isEqualTo(ids.get(2));
        assertThat(second.text("/items/0/workOrders/0/status")).isEqualTo("REGISTERED");
        assertThat(second.body().at("/items/0/workOrders/0")).hasSize(3);
        Answer narrow = desk.get("/interactions?phone=13911112222&from=2026-11-20T01:00:01Z&to=2026-11-20T01:00:02Z")
                .require(200);
        assertThat(narrow.body().at("/items")).hasSize(1);
        assertThat(narrow.text("/items/0/id")).isEqualTo(ids.get(1));
        desk.get("/interactions?phone=abc").require(422);
        assertThat(world.as("strangerDesk")
                        .get("/interactions")
                        .require(200)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
