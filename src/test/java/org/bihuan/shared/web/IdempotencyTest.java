package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same POST again, because a client could not know whether the first one arrived. */
@HttpTest
class IdempotencyTest {
    private static final int AT_ONCE = 100;
    private static final String SIXTY_FOUR = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String TOO_LONG = SIXTY_FOUR + SIXTY_FOUR + SIXTY_FOUR + SIXTY_FOUR;

    private static Api desk() {
        return World.first().as("desk");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> matter(String description) {
        return WorkOrderFixtures.matter(World.first(), "REPAIR", description);
    }

    private static void requireReplay(Answer first, Answer again) {
        again.require(first.status());
        assertThat(again.raw()).isEqualTo(first.raw());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void theFirstAnswerIsGivenAgain() {
        Api api = desk().with("Idempotency-Key", key());
        Answer first = api.post("/work-orders", matter("𠮷 水管漏水")).require(201);
        requireReplay(first, api.post("/work-orders", matter("𠮷 水管漏水")));
        assertThat(first.header("Location")).endsWith("/api/v1/work-orders/" + first.id());
    }

    @Test
    void theOrderOfFieldsAndWhiteSpaceMakeNoDifference() {
        Api api = World.first().as("admin").with("Idempotency-Key", key());
        Answer first =
                api.send("POST", "/communities", "{\"name\":\"甲\",\"timeZone\":\"Asia/Shanghai\"}", "application/json");
        Answer again = api.send(
                "POST", "/communities", "{ \"timeZone\" : \"Asia/Shanghai\",\n\"name\":\"甲\"}", "application/json");
        requireReplay(first.require(201), again);
    }

    @Test
    void theAnswerToAVerbIsGivenAgainAlthoughTheVersionIsOld() {
        Answer order = WorkOrderFixtures.registered(World.first());
        Api api = desk().with("Idempotency-Key", key());
        Map<String, String> body = Map.of("assigneeId", World.first().id("technician"));
        Answer first = api.post("/work-orders/" + order.id() + "/dispatch", body, order)
                .require(200);
        requireReplay(first, api.post("/work-orders/" + order.id() + "/dispatch", body, order));
    }

    @Test
    void whichVersionIsMeantMakesNoDifference() {
        Answer order = WorkOrderFixtures.registered(World.first());
        Api api = desk().with("Idempotency-Key", key());
        String path = "/work-orders/" + order.id() + "/dispatch";
        Map<String, String> body = Map.of("assigneeId", World.first().id("technician"));
        Answer first = api.post(path, body, order).require(200);
        requireReplay(first, api.post(path, body, first));
        requireReplay(first, api.post(path, body));
    }

    @Test
    void anAnswerWithoutABodyIsGivenAgain() {
        World world = World.fresh();
        Answer account = world.as("admin").get("/accounts/" + world.id("desk2"));
        Api api = world.as("admin").with("Idempotency-Key", key());
        Map<String, String> body = Map.of("password", "another 电池 password");
        Answer first = api.post("/accounts/" + account.id() + "/password", body, account)
                .require(204);
        requireReplay(first, api.post("/accounts/" + account.id() + "/password", body, account));
    }

    @Test
    void changingMyPasswordHonoursTheKeyToo() {
        World world = World.fresh();
        Api api = world.as("desk2").with("Idempotency-Key", key());
        Map<String, String> body = Map.of("current", World.PASSWORD, "next", "another 电池 password");
        Answer first = api.post("/me/password", body).require(204);
        requireReplay(first, api.post("/me/password", body));
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        Api api = desk().with("Idempotency-Key", key());
        Answer first = api.post("/work-orders", matter("甲")).require(201);
        Answer otherBody = api.post("/work-orders", matter("乙"));
        requireProblem(otherBody, 422);
        assertThat(otherBody.text("/errors/0/code")).isEqualTo("IDEMPOTENCY_KEY_USED_FOR_ANOTHER_REQUEST");
        Map<String, String> note = Map.of("text", "备注", "visibility", "INTERNAL");
        requireProblem(api.post("/work-orders/" + first.id() + "/notes", note), 422);
    }

    @Test
    void aRefusedRequestIsNotStored() {
        Api api = desk().with("Idempotency-Key", key());
        Map<String, Object> invalid = new HashMap<>(matter("丙"));
        invalid.put("location", Map.of("unitCode", "9-9-9999"));
        requireProblem(api.post("/work-orders", invalid), 422);
        Answer mended = api.post("/work-orders", matter("丙")).require(201);
        assertThat(mended.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aKeyBelongsToOneAccount() {
        String key = key();
        Answer mine = desk().with("Idempotency-Key", key)
                .post("/work-orders", matter("丁"))
                .require(201);
        Answer theirs = World.first().as("desk2").with("Idempotency-Key", key).post("/work-orders", matter("丁"));
        assertThat(theirs.require(201).id()).isNotEqualTo(mine.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", TOO_LONG})
    void unusableKeysAreMalformed(String key) {
        Answer answer = desk().with("Idempotency-Key", key).post("/work-orders", matter("戊"));
        requireProblem(answer, 400);
        assertThat(answer.text("/errors/0/code")).isEqualTo("IDEMPOTENCY_KEY_UNUSABLE");
    }

    @Test
    void theSamePostAHundredTimesAtOnceMakesOneWorkOrder() {
        Api api = desk().with("Idempotency-Key", key());
        String description = "同时一百次 " + key();
        List<Answer> answers = AtOnce.run(
                IntStream.range(0, AT_ONCE).mapToObj(i -> () -> api.post("/work-orders", matter(description))));
        Set<String> made = new HashSet<>();
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                made.add(answer.id());
            } else {
                requireProblem(answer, 409);
                assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_STILL_RUNNING");
            }
        }
        assertThat(made).hasSize(1);
        String search = java.net.URLEncoder.encode(description, java.nio.charset.StandardCharsets.UTF_8);
        Answer found = desk().get("/work-orders?withTotal=true&q=" + search).require(200);
        assertThat(found.body().path("total").asInt()).isEqualTo(1);
    }
}
