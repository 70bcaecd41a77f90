package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.shared.web.InputFixtures.desk;
import static org.bihuan.shared.web.InputFixtures.json;
import static org.bihuan.shared.web.InputFixtures.order;
import static org.bihuan.shared.web.InputFixtures.orderWith;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends in a body, it is told what is wrong with it, and nothing of ours breaks. */
@HttpTest
class BadInputTest {
    private static final int DEEP = 10_000;

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
    void aSizeWithoutALimitNamesNone() {
        Api admin = World.first().as("admin").with("Accept-Language", "en");
        Map<String, Object> community = Map.of("name", "甲", "timeZone", "Asia/Shanghai", "workingDays", List.of());
        Answer answer = admin.post("/communities", community);
        requireProblem(answer, 422);
        assertThat(errors(answer)).containsExactly("/workingDays TOO_FEW");
        assertThat(answer.text("/errors/0/message")).isEqualTo("Must have at least 1 characters or elements.");
    }
}
