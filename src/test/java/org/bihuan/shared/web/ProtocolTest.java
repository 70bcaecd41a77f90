package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.RawHttp;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, media types, addresses and sizes: also what never reaches an operation is refused in words. */
@HttpTest
class ProtocolTest {
    private static final int MEGABYTE = 1024 * 1024;

    private static Api desk() {
        return World.first().as("desk");
    }

    @Test
    void aMethodThePathDoesNotTakeIsRefusedWithThoseItTakes() {
        Answer order = WorkOrderFixtures.registered(World.first());
        Answer one = desk().send("DELETE", "/work-orders/" + order.id(), null, null);
        requireProblem(one, 405);
        assertThat(one.header("Allow").split(", ", -1)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "PATCH");
        Answer verb = desk().get("/work-orders/" + order.id() + "/dispatch");
        requireProblem(verb, 405);
        assertThat(verb.header("Allow")).isEqualTo("OPTIONS, POST");
        Answer signIn = Api.nobody().get("/auth/token");
        requireProblem(signIn, 405);
        assertThat(signIn.header("Allow")).isEqualTo("OPTIONS, POST");
        for (String method : List.of("PUT", "PROPFIND", "TRACE", "LOCK")) {
            requireProblem(desk().send(method, "/work-orders", null, null), 405);
        }
    }

    @Test
    void whoAsksWhatAPathTakesIsTold() {
        Answer order = WorkOrderFixtures.registered(World.first());
        Map<String, String> taken = Map.of(
                "/work-orders",
                "GET, HEAD, OPTIONS, POST",
                "/work-orders/" + order.id(),
                "GET, HEAD, OPTIONS, PATCH",
                "/work-orders/" + order.id() + "/dispatch",
                "OPTIONS, POST",
                "/auth/token",
                "OPTIONS, POST",
                "/me",
                "GET, HEAD, OPTIONS");
        taken.forEach((path, methods) -> {
            Answer answer = Api.nobody().send("OPTIONS", path, null, null).require(204);
            assertThat(answer.header("Allow")).as(path).isEqualTo(methods);
        });
        requireProblem(Api.nobody().send("OPTIONS", "/nope", null, null), 404);
        requireProblem(desk().send("OPTIONS", "/work-orders/" + order.id() + "/nope", null, null), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "x-nonsense", "identity, gzip"})
    void aPackedBodyIsRefusedAsSuch(String encoding) {
        Answer answer = desk().with("Content-Encoding", encoding).post("/work-orders", Map.of());
        requireProblem(answer, 415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_CONTENT_ENCODING");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void aBodyThatIsNotPackedMaySaySo() {
        Map<String, Object> matter = WorkOrderFixtures.repair(World.first());
        desk().with("Content-Encoding", "identity").post("/work-orders", matter).require(201);
        desk().with("Content-Encoding", "gzip").get("/me").require(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/jsonx",
                "application/yaml"
            })
    void otherMediaTypesAreNotUnderstood(String type) {
        requireProblem(desk().send("POST", "/work-orders", "{}", type), 415);
        requireProblem(Api.nobody().send("POST", "/auth/token", "{}", type), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/xml", "image/*", "nonsense/nonsense;q=1"})
    void formatsWeDoNotSpeakAreNotAcceptable(String accepted) {
        requireProblem(desk().with("Accept", accepted).get("/work-orders"), 406);
        requireProblem(
                Api.nobody().with("Accept", accepted).post("/auth/token", Map.of("username", "a", "password", "b")),
                406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, application/json;q=0.1",
                "application/problem+json, application/json"
            })
    void commonFormatsAreAcceptable(String accepted) {
        desk().with("Accept", accepted).get("/work-orders").require(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nope",
                "/api/v1",
                "/api/v1/nope",
                "/api/v2/work-orders",
                "/foo/../bar",
                "/q/metrics",
                "/api/v1/work-orders/%00",
                "/api/v1/work-orders/x",
                "/api/v1/work-orders/%F0%A0%AE%B7",
                "/api/v1/work-orders/a%2Fb",
                "/api/v1/work-orders/%2e%2e/%2e%2e/x",
                "/api/v1/track/%01"
            })
    void addressesOfNothingAreNotFound(String target) {
        Answer answer = RawHttp.get(target, "Authorization: " + desk().headers().get("Authorization"));
        requireProblem(answer, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/api/v1/work-orders/%zz",
                "/api/v1/work-orders/%ff",
                "/api/v1/work-orders?q=%zz",
                "/api/v1/work-orders?q=%",
                "/api/v1/work-orders?q=%ff",
                "/api/v1/work-orders?q=%ed%a0%80",
                "/api/v1/me?%c0%80=1",
                "/api/v1/work-orders?q={",
                "/api/v1/work-orders?q=|"
            })
    void addressesThatAreNoneAreMalformed(String target) {
        requireProblem(RawHttp.get(target, "Authorization: " + desk().headers().get("Authorization")), 400);
    }

    @Test
    void bodiesPathsAndHeadersThatAreTooLargeAreRefused() {
        requireProblem(
                desk().send("POST", "/work-orders", "{\"a\":\"" + "x".repeat(3 * MEGABYTE) + "\"}", "application/json"),
                413);
        requireProblem(desk().send("POST", "/imports/registry", "x".repeat(21 * MEGABYTE), "text/csv"), 413);
        requireProblem(RawHttp.get("/api/v1/" + "x".repeat(9_000)), 414);
        requireProblem(RawHttp.get("/api/v1/work-orders?q=" + "x".repeat(100_000)), 414);
        requireProblem(RawHttp.get("/api/v1/me", "X-Long: " + "x".repeat(20_000)), 431);
        requireProblem(RawHttp.get("/api/v1/me", "X-Long: " + "x".repeat(100_000)), 431);
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsCounted() {
        String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
        Answer answer = RawHttp.send(
                "127.0.0.1",
                RawHttp.head(
                                "POST",
                                "/api/v1/auth/token",
                                "Content-Type: application/json",
                                "Transfer-Encoding: chunked")
                        + "\r\n" + chunk.repeat(40) + "0\r\n\r\n");
        requireProblem(answer, 413);
    }

    @Test
    void aRequestThatNamesNoHostIsRefusedInWords() {
        requireProblem(RawHttp.send("127.0.0.1", "GET /api/v1/me HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
    }

    @Test
    void oddHeadersChangeNothing() {
        Answer order = WorkOrderFixtures.registered(World.first());
        for (Map.Entry<String, String> header : Map.of(
                        "Accept-Language", "x".repeat(5000),
                        "If-None-Match", "\"",
                        "Range", "bytes=0-1",
                        "X-HTTP-Method-Override", "DELETE",
                        "X-Forwarded-For", "1.2.3.4",
                        "Idempotency-Key", "y".repeat(300))
                .entrySet()) {
            desk().with(header.getKey(), header.getValue())
                    .get("/work-orders/" + order.id())
                    .require(200);
        }
    }

    @Test
    void theRequestIdIsTakenOrMadeAndReturned() {
        assertThat(desk().with("X-Request-Id", "abc-123").get("/me").header("X-Request-Id"))
                .isEqualTo("abc-123");
        assertThat(desk().with("X-Request-Id", "a b").get("/me").header("X-Request-Id"))
                .hasSize(36);
        Answer refused = Api.nobody().with("X-Request-Id", "abc-123").get("/me");
        assertThat(refused.text("/requestId")).isEqualTo("abc-123");
    }

    @Test
    void refusalsSpeakTheLanguageThatIsAskedFor() {
        assertThat(title(null)).isEqualTo("未登录");
        assertThat(title("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo("未登录");
        assertThat(title("en-GB, zh;q=0.5")).isEqualTo("Not signed in");
        assertThat(title("zh;q=0.1, en;q=0.2")).isEqualTo("Not signed in");
        assertThat(title("en;q=0, zh")).isEqualTo("未登录");
        assertThat(title("fr")).isEqualTo("未登录");
        assertThat(title("en;q=2;;,")).isEqualTo("未登录");
    }

    private static String title(@org.jspecify.annotations.Nullable String language) {
        Api api = language == null ? Api.nobody() : Api.nobody().with("Accept-Language", language);
        return api.get("/me").text("/title");
    }
}
