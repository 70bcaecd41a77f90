package org.bihuan.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.KeptDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the delivered application sees of it. */
class OperatingIT {
    private static final String NAME = "欧阳密语";
    private static final String PHONE = "13977746123";
    private static final String WORDS = "阳台的金鱼缸渗水";
    private static final String PLACE = "金鱼缸旁边";

    @TempDir
    static Path folder;

    private static KeptDatabase database;

    @BeforeAll
    static void startDatabase() {
        database = KeptDatabase.startIn(folder);
        try (Installation house = new Installation(database, Map.of())) {
            house.start();
            house.settle();
        }
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    private static Installation settled(Map<String, String> settings) {
        Installation house = new Installation(database, settings);
        house.start();
        house.signIn();
        return house;
    }

    private static Map<String, Object> matter(Installation house) {
        return Map.of(
                "communityId", house.id("community"),
                "kind", "REPAIR",
                "description", WORDS,
                "location", Map.of("unitId", house.id("unit"), "position", PLACE),
                "reporter", Map.of("name", NAME, "phone", PHONE));
    }

    private static Answer register(Installation house) {
        return house.as("desk").post("/work-orders", matter(house)).require(201);
    }

    @Test
    void whatIsInFlightWhenItIsStoppedIsFinishedAndNobodyIsSentThereAnyMore() throws Exception {
        try (Installation house = settled(Map.of("QUARKUS_SHUTDOWN_DELAY", "2"));
                Connection other = database.connect();
                Statement lock = other.createStatement()) {
            Answer order = register(house);
            other.setAutoCommit(false);
            lock.execute("select 1 from work_order where id = '" + order.id() + "' for update");
            CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(() ->
                    house.as("desk").post("/work-orders/" + order.id() + "/cancel", Map.of("reason", "重复报修"), order));
            await().until(() -> waitsForALock());
            house.application().terminate();
            Api management = new Api(house.application().managementBase(), Map.of());
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> management.get("/q/health/ready").status() == 503);
            house.as("desk").get("/work-orders/" + order.id()).require(200); // who is sent there all the same is served
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true); // longer than the delay
            assertThat(slow).isNotDone();
            assertThat(house.application().isAlive()).isTrue();
            other.rollback();
            assertThat(slow.get(5, TimeUnit.SECONDS).require(200).text("/status"))
                    .isEqualTo("CANCELLED");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !house.application().isAlive());
            assertThat(house.application().log()).noneMatch(line -> line.contains("ERROR"));
        }
    }

    private static boolean waitsForALock() throws SQLException {
        return !Rows.of(database, "select pid from pg_stat_activity where wait_event_type = 'Lock'")
                .isEmpty();
    }

    @Test
    void theLogTellsNothingAboutPeopleAndNamesTheRequest() throws IOException {
        try (Installation house = settled(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"))) {
            Answer order = register(house);
            String token = order.text("/trackingUrl").replaceFirst(".*/", "");
            aPieceOfADay(house, order, token);
            database.kill();
            house.as("desk")
                    .with("X-Request-Id", "the-request-in-an-outage")
                    .post("/work-orders", matter(house))
                    .require(503);
            database.startAgain();
            await().until(() -> house.as("desk").get("/work-orders").status() == 200);
            makeAMistakeOfOurs();
            house.as("desk")
                    .with("X-Request-Id", "the-request-that-failed")
                    .post("/work-orders", matter(house))
                    .require(500);
            undoTheMistake();
            house.stop();
            List<String> log = house.application().log();
            for (String secret :
                    List.of(NAME, PHONE, "+86" + PHONE, "139 7774 6123", WORDS, PLACE, token, bearer(house))) {
                assertThat(log).as(secret).noneMatch(line -> line.contains(secret));
            }
            assertThat(log).anyMatch(line -> requestOf(line).equals("the-request-that-failed"));
        }
    }

    private static String bearer(Installation house) {
        return house.as("desk").headers().getOrDefault("Authorization", "none").substring("Bearer ".length());
    }

    private static String requestOf(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line);
            return json.at("/mdc/requestId").asText();
        } catch (IOException e) {
            return "";
        }
    }

    /** What people do, and what they do wrong. */
    private static void aPieceOfADay(Installation house, Answer order, String token) {
        Api desk = house.as("desk");
        house.as("admin")
                .post(
                        "/residents",
                        Map.of(
                                "name",
                                NAME,
                                "phone",
                                PHONE,
                                "occupancies",
                                List.of(Map.of(
                                        "unitId", house.id("unit"), "relation", "OWNER", "from", "2024-01-01"))));
        desk.get("/callers?phone=" + PHONE).require(200);
        desk.get("/residents?q=" + java.net.URLEncoder.encode(NAME, java.nio.charset.StandardCharsets.UTF_8))
                .require(200);
        desk.post("/work-orders", Map.of("description", WORDS, "reporter", Map.of("phone", PHONE + "x")))
                .require(422);
        desk.post("/work-orders", "{\"description\": \"" + WORDS + "\", ").require(400);
        desk.post("/work-orders/" + order.id() + "/accept", Map.of("reason", WORDS), order);
        desk.post("/work-orders/" + order.id() + "/notes", Map.of("text", WORDS, "visibility", "PUBLIC"))
                .require(201);
        house.application().nobody().get("/track/" + token).require(200);
        house.application().nobody().get("/track/" + token + "x").require(404);
        house.application()
                .nobody()
                .post("/auth/token", Map.of("username", NAME, "password", WORDS))
                .require(401);
        house.application()
                .nobody()
                .with("Authorization", "Bearer " + PHONE)
                .get("/me")
                .require(401);
    }

    /** So that a request fails in a way nobody has thought of, with everything it wanted to write in the hands of the driver. */
    private static void makeAMistakeOfOurs() {
        change("create function mistake() returns trigger language plpgsql as"
                + " $$ begin raise exception 'a mistake' using errcode = 'XX000', detail = new::text; end $$");
        change("create trigger mistake before insert on work_order for each row execute function mistake()");
    }

    private static void undoTheMistake() {
        change("drop trigger mistake on work_order");
        change("drop function mistake()");
    }

    private static void change(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theMetricsNameNoIds() {
        try (Installation house = settled(Map.of())) {
            Answer order = register(house);
            house.as("desk").get("/work-orders/" + order.id()).require(200);
            String token = order.text("/trackingUrl").replaceFirst(".*/", "");
            house.application().nobody().get("/track/" + token).require(200);
            house.application().nobody().get("/nowhere/" + order.id());
            Api management = new Api(house.application().managementBase(), Map.of());
            String metrics = management.get("/q/metrics").require(200).raw();
            assertThat(metrics)
                    .contains("http_server_requests_seconds_count")
                    .contains("uri=\"/work-orders/{id}\"")
                    .doesNotContain(order.id())
                    .doesNotContain(token);
            assertThat(house.application().nobody().get("/q/metrics").status()).isEqualTo(404);
        }
    }
}
