package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends in a body or a query, it is told what is wrong with it, and nothing of ours breaks. */
@HttpTest
class BadInputTest {
    private static final int DEEP = 10_000;

    private static Api desk() {
        return World.first().as("desk");
    }

    private static Answer order(Object body) {
        return desk().send("POST", "/work-orders", body, "application/json");
    }

    private static Answer orderWith(String field, Object value) {
        Map<String, Object> body = new HashMap<>(WorkOrderFixtures.repair(World.first()));
        body.put(field, value);
        return order(body);
    }

    /** Bodies that are no JSON object, to everything that takes one. */
    private static List<Object> brokenBodies() {
        List<Object> bodies = new ArrayList<>(List.of(
                "",
                " ",
                "{",
                "}",
                "nonsense",
                "'a'",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "null",
                "[]",
                "\"text\"",
                "1",
                "1e999",
                "true",
                "// no\n{}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\ud800\"",
                "{\"\\ud800\":1}",
                "[".repeat(DEEP),
                "{\"a\":".repeat(DEEP),
                "[".repeat(DEEP) + "]".repeat(DEEP),
                "{\"a\":" + "9".repeat(5000) + "}",
                "{\"" + "n".repeat(60_000) + "\":1}"));
        bodies.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'});
        bodies.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'});
        bodies.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        bodies.add(new byte[] {0});
        return bodies;
    }

    @Test
    void brokenBodiesAreMalformedEverywhere() {
        World world = World.first();
        Answer order = WorkOrderFixtures.registered(world);
        Answer account = world.as("admin").get("/accounts/" + world.id("desk2"));
        Answer community = world.as("admin").get("/communities/" + world.id("community"));
        for (Object body : brokenBodies()) {
            requireProblem(order(body), 400);
            requireProblem(json(world.as("admin"), "POST", "/accounts", body), 400);
            requireProblem(json(world.as("admin"), "POST", "/communities", body), 400);
            requireProblem(json(Api.nobody(), "POST", "/auth/token", body), 400);
            requireProblem(json(desk(), "POST", "/interactions", body), 400);
            requireProblem(patch(desk(), "/work-orders/" + order.id(), body, order), 400);
            requireProblem(patch(world.as("admin"), "/accounts/" + account.id(), body, account), 400);
            requireProblem(patch(world.as("admin"), "/communities/" + community.id(), body, community), 400);
        }
    }

    private static Answer json(Api api, String method, String path, Object body) {
        return api.send(method, path, body, "application/json");
    }

    private static Answer patch(Api api, String path, Object body, Answer last) {
        return api.with("If-Match", last.etag()).send("PATCH", path, body, "application/merge-patch+json");
    }

    @Test
    void everyErrorOfADocumentIsToldAtOnce() {
        Answer answer = order("""
                {"communityId": 7, "kind": "NOPE", "description": null, "priority": "", "channel": 1,
                 "location": {"unitId": "x", "position": "a\\nb", "floor": 3}, "reporter": "Wang", "colour": "red",
                 "preferredWindow": {"from": "2026-02-30T00:00:00Z", "to": 1764000000}, "urgent": {"very": [1]}}
                """);
        requireProblem(answer, 400);
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "/communityId WRONG_TYPE",
                        "/kind NOT_ONE_OF",
                        "/description REQUIRED",
                        "/priority WRONG_TYPE",
                        "/channel WRONG_TYPE",
                        "/location/unitId NOT_AN_ID",
                        "/location/position NOT_ONE_LINE",
                        "/location/floor UNKNOWN_FIELD",
                        "/reporter WRONG_TYPE",
                        "/colour UNKNOWN_FIELD",
                        "/preferredWindow/from NOT_AN_INSTANT",
                        "/preferredWindow/to WRONG_TYPE",
                        "/urgent UNKNOWN_FIELD");
    }

    @Test
    void numbersOfTheWrongFormDoNotHideLaterErrors() {
        Answer order = WorkOrderFixtures.inProgress(World.first());
        for (String number : List.of("\"30\"", "1.5", "99999999999", "1e999", "true", "[30]", "{}", "\"\"")) {
            Answer answer = desk().with("If-Match", order.etag())
                    .send(
                            "POST",
                            "/work-orders/" + order.id() + "/complete",
                            "{\"labourMinutes\": " + number + ", \"resolution\": 5, \"materials\": [null,"
                                    + " {\"name\": \"\", \"quantity\": \"x\", \"unit\": 4},"
                                    + " {\"name\": \"a\", \"quantity\": -1, \"unit\": \"m\"}], \"more\": 1}",
                            "application/json");
            requireProblem(answer, 400);
            assertThat(errors(answer))
                    .as(number)
                    .anyMatch(error -> error.startsWith("/labourMinutes "))
                    .contains(
                            "/resolution WRONG_TYPE",
                            "/materials/0 REQUIRED",
                            "/materials/1/name REQUIRED",
                            "/materials/1/quantity WRONG_TYPE",
                            "/materials/1/unit WRONG_TYPE",
                            "/materials/2/quantity TOO_SMALL",
                            "/more UNKNOWN_FIELD");
        }
    }

    @Test
    void quantitiesOfAstronomicalSizeAreInvalid() {
        Answer order = WorkOrderFixtures.inProgress(World.first());
        for (String number : List.of("1e999999999", "1e-999999999", "12345678901", "0.0001", "0", "-0.0")) {
            Answer answer = desk().with("If-Match", order.etag())
                    .send(
                            "POST",
                            "/work-orders/" + order.id() + "/complete",
                            "{\"resolution\": \"ok\", \"materials\": [{\"name\": \"a\", \"quantity\": " + number
                                    + ", \"unit\": \"m\"}]}",
                            "application/json");
            assertThat(answer.status()).as(number + answer.raw()).isBetween(400, 422);
            requireProblem(answer, answer.status());
            assertThat(errors(answer)).allMatch(error -> error.startsWith("/materials/0/quantity "));
        }
    }

    @Test
    void everyFieldOfAnAccountSaysWhatItNeeds() {
        Answer wrongTypes = World.first().as("admin").post("/accounts", """
                        {"username": 5, "displayName": ["a"], "password": {}, "roles": "ADMIN",
                         "communityIds": ["x", 5, null], "language": false, "residentId": "", "disabled": 1}
                        """);
        requireProblem(wrongTypes, 400);
        assertThat(errors(wrongTypes))
                .containsExactlyInAnyOrder(
                        "/username WRONG_TYPE",
                        "/displayName WRONG_TYPE",
                        "/password WRONG_TYPE",
                        "/roles WRONG_TYPE",
                        "/communityIds/0 NOT_AN_ID",
                        "/communityIds/1 WRONG_TYPE",
                        "/language WRONG_TYPE",
                        "/residentId NOT_AN_ID",
                        "/disabled UNKNOWN_FIELD");
        Answer nothing = World.first().as("admin").post("/accounts", Map.of());
        requireProblem(nothing, 422);
        assertThat(errors(nothing))
                .containsExactlyInAnyOrder(
                        "/username REQUIRED", "/displayName REQUIRED", "/password REQUIRED", "/roles REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "2026-11-23",
                "soon",
                "",
                "24:00",
                "2026-11-23T25:00:00Z",
                "1899-12-31T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "2026-11-23T01:12:00"
            })
    void impossibleTimesAreNamed(String time) {
        Answer answer = orderWith("preferredWindow", Map.of("from", time, "to", "2026-11-24T00:00:00Z"));
        requireProblem(answer, 422);
        assertThat(errors(answer)).contains("/preferredWindow/from NOT_AN_INSTANT");
    }

    @Test
    void charactersThatAreNoTextAreRefused() {
        for (String bad :
                List.of("a\u0000b", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\uffff", "x\ud800y", "\udc00")) {
            Map<String, Object> body = new HashMap<>(WorkOrderFixtures.repair(World.first()));
            body.put("description", bad);
            body.put("reporter", Map.of("name", bad));
            String json = escaped(body);
            Answer answer = order(json);
            requireProblem(answer, 422);
            assertThat(errors(answer)).contains("/description CONTROL_CHARACTER", "/reporter/name CONTROL_CHARACTER");
        }
    }

    /** All in ASCII, so that halves of characters arrive as such. */
    private static String escaped(Object body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .enable(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                    .writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷野家 㐂 𬭚 䲜",
                "😀 👨‍👩‍👧 🇨🇳 👍🏽",
                "\u202eabc\u202c מים مرحبا",
                "e\u0301 é ﬁ Ａ１",
                "第一行\n第二行\r\n\t缩进",
                "'; drop table work_order; --",
                "<script>alert(1)</script> & \" \\ / %00 ${x} {0}",
                "\u200b零宽\u200d\ufeff"
            })
    void textOfAnyScriptIsKeptExactly(String text) {
        Answer made = orderWith("description", text).require(201);
        Answer read = desk().get("/work-orders/" + made.id());
        assertThat(made.text("/description")).isEqualTo(text);
        assertThat(read.text("/description")).isEqualTo(text);
        Answer note =
                desk().post("/work-orders/" + made.id() + "/notes", Map.of("text", text, "visibility", "INTERNAL"));
        assertThat(note.require(201).raw()).contains(text.contains("\n") || text.contains("\"") ? "" : text);
    }

    @Test
    void unknownParametersAreAllNamedTogetherWithBadValues() {
        Answer answer = desk().get("/work-orders?foo=1&bar=2&limit=0&communityId=x&status=NOPE&createdFrom=2026-02-30"
                + "&withTotal=yes&limit2=&assigneeId=1-1-1-1-1");
        requireProblem(answer, 400);
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "?foo UNKNOWN_PARAMETER",
                        "?bar UNKNOWN_PARAMETER",
                        "?limit2 UNKNOWN_PARAMETER",
                        "?limit TOO_SMALL",
                        "?communityId WRONG_FORMAT",
                        "?status NOT_ONE_OF",
                        "?createdFrom WRONG_FORMAT",
                        "?withTotal WRONG_FORMAT",
                        "?assigneeId WRONG_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=x",
                "limit=",
                "limit=1.5",
                "limit=%2B5",
                "limit=%EF%BC%95",
                "limit=1&limit=2",
                "cursor=",
                "cursor=xx",
                "cursor=%00",
                "cursor=AAAA",
                "q=%00",
                "q=%1B",
                "sort=nope",
                "kind=repair",
                "status=",
                "dueBefore=1",
                "createdTo=%2B999999999-01-01T00:00:00Z",
                "unitId=%F0%A0%AE%B7",
                "=x",
                "?",
                "q=a&q=b",
                "Limit=1"
            })
    void badQueriesAreMalformed(String query) {
        requireProblem(desk().get("/work-orders?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%25",
                "q=_",
                "q=%5C",
                "q='",
                "q=%F0%A0%AE%B7",
                "q=%F0%9F%98%80",
                "q=%7B0%7D",
                "number=%F0%A0%AE%B7",
                "status=REGISTERED&status=CLOSED",
                "limit=99999999999999999999",
                "createdFrom=1900-01-01T00:00:00Z",
                "dueBefore=2199-12-31T23:59:59.999999999Z&sort=dueAt"
            })
    void oddButUnderstandableQueriesAreAnswered(String query) {
        desk().get("/work-orders?" + query).require(200);
    }

    @Test
    void whatIsLookedUpIsTakenAsPeopleTypeIt() {
        World world = World.first();
        String number = WorkOrderFixtures.registered(world).text("/number");
        String wide = number.chars()
                .mapToObj(digit -> Character.toString(digit + '０' - '0'))
                .collect(Collectors.joining());
        for (String query : List.of("number=" + number, "number= " + number + " ", "number=" + wide, "q= " + number)) {
            Answer found = desk().get("/work-orders?" + encoded(query)).require(200);
            assertThat(found.text("/items/0/number")).as(query).isEqualTo(number);
            assertThat(found.body().path("items")).as(query).hasSize(1);
        }
        for (String query :
                List.of("q= 王芳 ", "phone= 138 0013 8000 ", "phone=１３８００１３８０００", "phone=+86-138-0013-8000")) {
            Answer found = desk().get("/callers?" + encoded(query)).require(200);
            assertThat(found.text("/matches/0/resident/name")).as(query).isEqualTo("王芳");
        }
    }

    private static String encoded(String query) {
        int value = query.indexOf('=') + 1;
        return query.substring(0, value) + URLEncoder.encode(query.substring(value), StandardCharsets.UTF_8);
    }

    @Test
    void aSizeWithoutALimitNamesNone() {
        Api admin = World.first().as("admin").with("Accept-Language", "en");
        Map<String, Object> community = Map.of("name", "甲", "timeZone", "Asia/Shanghai", "workingDays", List.of());
        Answer answer = admin.post("/communities", community);
        requireProblem(answer, 422);
        assertThat(errors(answer)).containsExactly("/workingDays TOO_FEW");
        assertThat(answer.text("/errors/0/message")).isEqualTo("Must have at least 1 characters or elements.");
    }

    @Test
    void aDescriptionIsCountedInCharacters() {
        orderWith("description", "𠮷".repeat(4000)).require(201);
        requireProblem(orderWith("description", "𠮷".repeat(4001)), 422);
    }

    @Test
    void whatTheCallerMayNotSeeIsNotFoundWhateverElseIsWrong() {
        World world = World.first();
        String nothing = UUID.randomUUID().toString();
        String foreign = World.other().id("unit");
        for (String path : List.of(
                "/accounts/" + nothing,
                "/accounts/" + World.other().id("desk"),
                "/communities/" + nothing,
                "/units/" + foreign,
                "/residents/" + nothing,
                "/catalogue/categories/" + nothing)) {
            Api admin = world.as("admin");
            requireProblem(admin.get(path), 404);
            requireProblem(admin.get(path + "?foo=1"), 404);
            requireProblem(admin.send("PATCH", path, "{", "application/json"), 404);
            requireProblem(admin.send("PATCH", path, "{}", "application/json"), 404);
        }
        Answer order = WorkOrderFixtures.registered(world);
        Api stranger = world.as("strangerDesk");
        for (String path : List.of("/work-orders/" + nothing, "/work-orders/" + order.id())) {
            requireProblem(stranger.get(path + "?foo=1"), 404);
            requireProblem(stranger.send("PATCH", path, "{\"a\":", "application/json"), 404);
            requireProblem(stranger.post(path + "/dispatch", Map.of("x", 1)), 404);
        }
    }

    @Test
    void whoMayNotIsToldSoBeforeAnythingElse() {
        for (String path : List.of("/work-orders", "/accounts", "/communities", "/interactions", "/companies")) {
            requireProblem(json(Api.nobody(), "POST", path + "?foo=1", "{"), 401);
            requireProblem(Api.nobody().send("POST", path, "<a/>", "text/xml"), 401);
            requireProblem(json(World.first().as("technician"), "POST", path + "?foo=1", "{"), 403);
        }
        requireProblem(Api.nobody().get("/me?foo=1"), 401);
        assertThat(Api.nobody().get("/me").header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}
