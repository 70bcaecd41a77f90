package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.demo.ScriptedServer.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private static final String UNAUTHORIZED = "{\"status\": 401, \"code\": \"UNAUTHENTICATED\"}";

    private final ScriptedServer server = new ScriptedServer();
    private final List<Duration> pauses = new ArrayList<>();
    private final ApiConnection connection = new ApiConnection(server.address(), "zh-CN", pauses::add);
    private final ApiClient client = new ApiClient(connection, "lin", "p4ss");

    @AfterEach
    void stop() {
        connection.close();
        server.close();
    }

    @Test
    void signsInFirstAndCarriesTheToken() {
        server.thenToken("t1").then(200, "{\"username\": \"lin\"}").then(200, "{}");
        assertThat(client.get("/me").text("username")).isEqualTo("lin");
        client.get("/me");
        assertThat(server.asked())
                .extracting(Asked::uri)
                .containsExactly("/api/v1/auth/token", "/api/v1/me", "/api/v1/me");
        assertThat(server.asked(0).body()).contains("\"username\":\"lin\"").contains("\"password\":\"p4ss\"");
        assertThat(server.asked(0).header("Authorization")).isNull();
        assertThat(server.asked(2).header("Authorization")).isEqualTo("Bearer t1");
    }

    @Test
    void aPostCarriesLanguageRequestIdKeyAndETag() {
        server.thenToken("t").then(200, "{\"version\": 8}", "ETag", "\"v8\"");
        ApiAnswer answer = client.post("/work-orders/1/accept", Map.of(), "\"v7\"");
        Asked asked = server.asked(1);
        assertThat(asked.header("Accept-Language")).isEqualTo("zh-CN");
        assertThat(asked.header("If-Match")).isEqualTo("\"v7\"");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(asked.header("X-Request-Id")).isNotBlank();
        assertThat(asked.header("Idempotency-Key")).isNotBlank();
        assertThat(answer.etag()).isEqualTo("\"v8\"");
    }

    @Test
    void everyPostHasAKeyOfItsOwn() {
        server.thenToken("t").then(201, "{}").then(201, "{}");
        client.post("/communities", Map.of());
        client.post("/communities", Map.of());
        assertThat(key(1)).isNotEqualTo(key(2));
    }

    @Test
    void aProblemDocumentBecomesARefusalWithAllItSays() {
        server.thenToken("t").then(422, """
                {"status": 422, "code": "INVALID", "detail": "有两处不对",
                 "errors": [{"pointer": "/name", "code": "REQUIRED", "message": "必填"},
                            {"pointer": "/username", "code": "USERNAME_TAKEN", "message": "已被使用"}]}""");
        assertThatExceptionOfType(ApiRefusal.class)
                .isThrownBy(() -> client.post("/accounts", Map.of("password", "s3cret")))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.code()).isEqualTo("INVALID");
                    assertThat(refusal.detail()).isEqualTo("有两处不对");
                    assertThat(refusal.errors()).hasSize(2);
                    assertThat(refusal.says("USERNAME_TAKEN")).isTrue();
                    assertThat(refusal)
                            .hasMessageContainingAll("POST /accounts", "422", "INVALID", "/name", "必填")
                            .hasMessageNotContaining("s3cret");
                });
    }

    @Test
    void anErrorPageOfSomethingInBetweenIsStillARefusal() {
        server.thenToken("t").then(502, "<html>Bad gateway</html>");
        assertThatThrownBy(() -> client.get("/me"))
                .isInstanceOf(ApiRefusal.class)
                .hasMessageContaining("502");
    }

    @Test
    void whatIsPutOffIsTriedAgainAfterTheTimeAskedForWithTheSameKey() {
        server.thenToken("t")
                .then(503, "{}", "Retry-After", "2")
                .then(429, "{}", "Retry-After", "7")
                .then(201, "{}");
        assertThat(client.post("/interactions", Map.of()).status()).isEqualTo(201);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(7));
        assertThat(key(1)).isEqualTo(key(2)).isEqualTo(key(3));
    }

    @Test
    void whatIsPutOffAgainAndAgainIsGivenUp() {
        server.thenToken("t");
        for (int i = 0; i < ApiConnection.TRIES; i++) {
            server.then(503, "{\"code\": \"UNAVAILABLE\"}");
        }
        assertThatThrownBy(() -> client.get("/me"))
                .isInstanceOf(ApiRefusal.class)
                .hasMessageContaining("UNAVAILABLE");
        assertThat(pauses).hasSize(ApiConnection.TRIES - 1);
    }

    @Test
    void aVeryLongWaitIsToldInsteadOfWaited() {
        server.thenToken("t").then(429, "{\"code\": \"TOO_MANY\"}", "Retry-After", "3600");
        assertThatThrownBy(() -> client.get("/me")).isInstanceOf(ApiRefusal.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anOldTokenIsReplacedOnceAndTheRequestRepeatedWithItsKey() {
        server.thenToken("old")
                .then(200, "{}")
                .then(401, UNAUTHORIZED)
                .thenToken("new")
                .then(201, "{}");
        client.get("/me");
        assertThat(client.post("/communities", Map.of()).status()).isEqualTo(201);
        assertThat(server.asked(4).header("Authorization")).isEqualTo("Bearer new");
        assertThat(key(2)).isEqualTo(key(4));
    }

    @Test
    void aSecondRefusalOfTheTokenIsFinal() {
        server.thenToken("old")
                .then(200, "{}")
                .then(401, UNAUTHORIZED)
                .thenToken("new")
                .then(401, UNAUTHORIZED);
        client.get("/me");
        assertThatThrownBy(() -> client.get("/me"))
                .isInstanceOf(ApiRefusal.class)
                .hasMessageContaining("401");
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void aListIsReadPageByPage() {
        server.thenToken("t")
                .then(200, "{\"items\": [1, 2], \"nextCursor\": \"a/b=\"}")
                .then(200, "{\"items\": [3], \"nextCursor\": null}");
        assertThat(client.list("/residents?phone=1"))
                .extracting(JsonNode::asInt)
                .containsExactly(1, 2, 3);
        assertThat(server.asked(2).uri()).endsWith("/residents?phone=1&limit=200&cursor=a%2Fb%3D");
    }

    @Test
    void anythingButJsonIsSaidNotToBeThisApi() {
        server.then(200, "<html>Welcome</html>");
        assertThatThrownBy(() -> client.get("/me"))
                .isInstanceOf(ApiUnusable.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeMissingWithItsAddress() {
        server.close();
        assertThatThrownBy(() -> client.get("/me"))
                .isInstanceOf(ApiUnusable.class)
                .hasMessageContaining(server.address().toString());
    }

    private String key(int index) {
        return String.valueOf(server.asked(index).header("Idempotency-Key"));
    }
}
