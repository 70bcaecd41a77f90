package org.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Mails;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

@HttpTest
class HandoverTest {
    private final World world = World.fresh();

    private static List<String> numbers(JsonNode lines, String field) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.path(field).asText())
                .toList();
    }

    private static void makeOverdue(Answer order) {
        Instant passed = Instant.now().minus(2, ChronoUnit.HOURS);
        TestDatabase.execute(
                "update work_order set next_due_at = cast(? as timestamptz) where id = cast(? as uuid)",
                passed.toString(),
                order.id());
    }

    private Answer calledBackLater(Answer done, Instant at) {
        String followUp = "/follow-ups/" + done.text("/followUpId");
        Map<String, Object> attempt = Map.of("outcome", "CALL_BACK", "callBackAt", at.toString(), "note", "下班后再打");
        return world.as("desk")
                .post(followUp + "/attempts", attempt, world.as("desk").get(followUp))
                .require(200);
    }

    @Test
    void itTellsWhatIsNewOpenOverdueAndPromised() {
        Answer yesterday = WorkOrderFixtures.registered(world);
        TestDatabase.execute(
                "update work_order set created_at = created_at - interval '1 day' where id = cast(? as uuid)",
                yesterday.id());
        makeOverdue(yesterday);
        Answer held = WorkOrderFixtures.onHold(world, WorkOrderFixtures.inProgress(world));
        Answer closed = WorkOrderFixtures.closed(world);
        Answer soon = WorkOrderFixtures.completed(world);
        Instant agreed = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        calledBackLater(soon, agreed);
        Answer later = WorkOrderFixtures.completed(world);
        calledBackLater(later, Instant.now().plus(20, ChronoUnit.HOURS));

        JsonNode sheet = world.as("desk").get("/handover").require(200).body();
        assertThat(numbers(sheet.path("newOrders"), "number"))
                .containsExactly(
                        later.text("/number"), soon.text("/number"), closed.text("/number"), held.text("/number"));
        assertThat(numbers(sheet.path("open"), "number"))
                .containsExactlyInAnyOrder(yesterday.text("/number"), held.text("/number"));
        assertThat(numbers(sheet.path("overdue"), "number")).containsExactly(yesterday.text("/number"));
        assertThat(numbers(sheet.path("promisedCallBacks"), "workOrderNumber")).containsExactly(soon.text("/number"));
        assertThat(sheet.at("/promisedCallBacks/0/agreed").asBoolean()).isTrue();
        assertThat(Instant.parse(sheet.at("/promisedCallBacks/0/at").asText())).isEqualTo(agreed);
        assertThat(sheet.at("/promisedCallBacks/0/lastNote").asText()).isEqualTo("下班后再打");
        assertThat(sheet.path("counts").toString())
                .isEqualTo("{\"newOrders\":4,\"open\":2,\"overdue\":1,\"promisedCallBacks\":1}");
        assertThat(sheet.path("openByStatus").toString())
                .isEqualTo("[{\"status\":\"REGISTERED\",\"count\":1},{\"status\":\"ON_HOLD\",\"count\":1}]");
        assertThat(Duration.between(
                        Instant.parse(sheet.path("from").asText()),
                        Instant.parse(sheet.path("to").asText())))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void itIsOfOneCommunityWhoseDeskTheCallerRuns() {
        WorkOrderFixtures.registered(world);
        String asked = "?communityId=" + world.id("community");
        assertThat(world.as("desk")
                        .get("/handover" + asked)
                        .require(200)
                        .body()
                        .at("/counts/newOrders")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.as("strangerDesk").get("/handover" + asked).status()).isEqualTo(404);
        assertThat(World.other().as("desk").get("/handover" + asked).status()).isEqualTo(404);
        assertThat(World.other().as("desk").get("/handover/pdf" + asked).status())
                .isEqualTo(404);
        assertThat(world.as("strangerDesk")
                        .get("/handover")
                        .require(200)
                        .body()
                        .at("/counts/newOrders")
                        .asInt())
                .isZero();
        assertThat(world.as("technician").get("/handover").status()).isEqualTo(403);
    }

    @Test
    void aShiftEndsAfterItBeginsAndLastsAWeekAtMost() {
        Answer reversed = world.as("desk").get("/handover?from=2026-11-23T08:00:00Z&to=2026-11-23T00:00:00Z");
        assertThat(reversed.status()).isEqualTo(422);
        assertThat(reversed.text("/errors/0/code")).isEqualTo("WINDOW_REVERSED");
        Answer tooLong = world.as("desk").get("/handover?from=2026-11-01T08:00:00Z&to=2026-11-23T00:00:00Z");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text("/errors/0/code")).isEqualTo("SHIFT_TOO_LONG");
    }

    @Test
    void itCanBePrinted() throws IOException {
        Answer order = WorkOrderFixtures.registered(world);
        byte[] file = world.as("desk").get("/handover/pdf").require(200).bytes();
        PdfReader pdf = new PdfReader(file);
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertThat(new String(pdf.getPageContent(1), StandardCharsets.ISO_8859_1))
                .contains(new String(
                        order.text("/number").getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
    }

    @Test
    void itIsSentToColleaguesEachInTheirLanguage() {
        String manager = reachable("manager", "zh-CN");
        String colleague = reachable("desk2", "en");
        Answer order = WorkOrderFixtures.registered(world);
        makeOverdue(order);
        Map<String, Object> mail = Map.of(
                "communityId", world.id("community"),
                "to", List.of(world.id("manager"), world.id("desk2")),
                "note", "电梯厂家晚上到");
        Answer sent = world.as("desk").post("/handover/mail", mail).require(200);
        assertThat(sent.body().path("to")).hasSize(2);
        assertThat(sent.body().at("/counts/overdue").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        !Mails.to(manager).isEmpty() && !Mails.to(colleague).isEmpty());
        assertThat(Mails.to(manager)).singleElement().satisfies(received -> {
            assertThat(received.subject()).startsWith("交接班：翠湖花园（");
            assertThat(received.text()).contains("电梯厂家晚上到", "超时 (1)", order.text("/number"), "3-2-1202 厨房");
            assertThat(received.html()).contains("超时 (1)", order.text("/number"));
        });
        assertThat(Mails.to(colleague)).singleElement().satisfies(received -> {
            assertThat(received.subject()).startsWith("Handover: 翠湖花园 (");
            assertThat(received.text()).contains("Overdue (1)", "registered");
        });
        assertThat(world.as("manager").get("/me/messages").require(200).text("/items/0/kind"))
                .isEqualTo("HANDOVER");
    }

    private String reachable(String person, String language) {
        String address = world.username(person) + "@example.com";
        Answer account = world.as("admin").get("/accounts/" + world.id(person)).require(200);
        world.as("admin")
                .patch("/accounts/" + world.id(person), Map.of("language", language), account)
                .require(200);
        Answer wishes = world.as(person).get("/me/notification-preferences").require(200);
        world.as(person)
                .patch("/me/notification-preferences", Map.of("email", address), wishes)
                .require(200);
        return address;
    }

    @Test
    void onlyWhoRunsTheDeskThereIsSentIt() {
        Map<String, Object> mail = Map.of(
                "communityId",
                world.id("community"),
                "to",
                List.of(world.id("manager"), world.id("technician"), world.id("strangerDesk")));
        Answer refused = world.as("desk").post("/handover/mail", mail);
        assertThat(refused.status()).as(refused.raw()).isEqualTo(422);
        assertThat(numbers(refused.body().path("errors"), "pointer")).containsExactly("/to/1", "/to/2");
        assertThat(numbers(refused.body().path("errors"), "code")).containsOnly("NOBODY_AT_THIS_DESK");
        assertThat(world.as("manager").get("/me/messages").require(200).body().path("items"))
                .isEmpty();
        Answer elsewhere = world.as("strangerDesk").post("/handover/mail", mail);
        assertThat(elsewhere.text("/errors/0/code")).isEqualTo("UNKNOWN_COMMUNITY");
    }
}
