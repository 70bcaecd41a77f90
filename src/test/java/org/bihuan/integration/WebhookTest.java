package org.bihuan.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.integration.Receiver.Message;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling another system, with a real one at the other end. */
@HttpTest
class WebhookTest {
    private static World world;
    private Receiver receiver;

    @BeforeAll
    static void settle() {
        world = World.fresh();
    }

    @BeforeEach
    void listen() {
        receiver = new Receiver();
    }

    /** So that what happens in one test is not told to the receivers of others. */
    @AfterEach
    void forget() {
        world.as("admin").get("/webhooks").require(200).body().path("items").forEach(webhook -> {
            Answer present = read(webhook.path("id").asText());
            world.as("admin")
                    .with("If-Match", present.etag())
                    .send("DELETE", "/webhooks/" + present.id(), null, null)
                    .require(204);
        });
        receiver.close();
    }

    private Answer webhook(String... eventTypes) {
        return world.as("admin")
                .post("/webhooks", Map.of("url", receiver.url(), "eventTypes", List.of(eventTypes)))
                .require(201);
    }

    private static Answer read(String webhook) {
        return world.as("admin").get("/webhooks/" + webhook).require(200);
    }

    private static Answer test(Answer webhook) {
        return world.as("admin")
                .post("/webhooks/" + webhook.id() + "/test", null)
                .require(201);
    }

    private static Answer delivery(Answer webhook, Answer delivery) {
        return world.as("admin")
                .get("/webhooks/" + webhook.id() + "/deliveries/" + delivery.id())
                .require(200);
    }

    private static Answer awaitState(Answer webhook, Answer delivery, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> delivery(webhook, delivery),
                        now -> now.text("/state").equals(state));
    }

    private static Answer awaitTries(Answer webhook, Answer delivery, int tries) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> delivery(webhook, delivery),
                        now -> now.body().path("tries").asInt() == tries);
    }

    @Test
    void whatHappensIsPostedAsASignedCloudEvent() throws InterruptedException {
        Answer webhook = webhook("workOrder.dispatched");
        Answer order = WorkOrderFixtures.dispatched(world);
        Message message = receiver.next();
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.path()).isEqualTo("/in?key=1");
        assertThat(message.header("Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(message.isSignedWith(webhook.text("/secret"))).isTrue();
        assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        var event = message.json();
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("org.bihuan.workorder.dispatched");
        assertThat(event.path("id").asText()).isEqualTo(message.header("webhook-id"));
        assertThat(event.path("source").asText()).startsWith("http");
        assertThat(event.path("subject").asText()).isEqualTo(order.id());
        assertThat(Instant.parse(event.path("time").asText())).isBefore(Instant.now());
        assertThat(event.at("/data/number").asText()).isEqualTo(order.text("/number"));
        assertThat(event.at("/data/status").asText()).isEqualTo("DISPATCHED");
    }

    @Test
    void nobodysNameOrNumberIsInIt() throws InterruptedException {
        webhook("workOrder.*");
        WorkOrderFixtures.registered(world);
        assertThat(receiver.next().body())
                .contains("org.bihuan.workorder.registered")
                .doesNotContain("王芳", "1380013");
    }

    @Test
    void onlyWhatIsWantedFromTheWantedCommunitiesIsTold() throws InterruptedException {
        world.as("admin")
                .post(
                        "/webhooks",
                        Map.of(
                                "url",
                                receiver.url(),
                                "eventTypes",
                                List.of("workOrder.*"),
                                "communityIds",
                                List.of(world.id("elsewhere"))))
                .require(201);
        Answer ofDispatches = webhook("workOrder.dispatched");
        WorkOrderFixtures.dispatched(world);
        assertThat(receiver.next().isSignedWith(ofDispatches.text("/secret"))).isTrue();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aRefusalIsTriedAgainWithTheSameIdAndANewSignature() throws InterruptedException {
        receiver.willAnswer(503, "later", Map.of());
        Answer webhook = webhook("workOrder.held");
        Answer delivery = test(webhook);
        Message first = receiver.next();
        Answer failed = awaitTries(webhook, delivery, 1);
        assertThat(failed.text("/state")).isEqualTo("PENDING");
        assertThat(failed.body().path("lastStatus").asInt()).isEqualTo(503);
        assertThat(failed.text("/lastError")).isEqualTo("ANSWERED_503");
        assertThat(failed.text("/lastResponse")).isEqualTo("later");
        Message second = receiver.next();
        assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        assertThat(second.header("webhook-timestamp")).isNotEqualTo(first.header("webhook-timestamp"));
        assertThat(second.isSignedWith(webhook.text("/secret"))).isTrue();
        assertThat(awaitState(webhook, delivery, "DELIVERED")
                        .body()
                        .path("tries")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whoIsGoneIsToldNothingAnyMore() {
        receiver.willAnswer(410);
        Answer webhook = webhook("workOrder.*");
        Answer delivery = test(webhook);
        assertThat(awaitState(webhook, delivery, "FAILED")
                        .body()
                        .path("lastStatus")
                        .asInt())
                .isEqualTo(410);
        Answer disabled = await().until(
                        () -> read(webhook.id()),
                        now -> !now.body().path("enabled").asBoolean());
        assertThat(disabled.text("/disabledBecause")).isEqualTo("GONE");
        Answer refused = world.as("admin").post("/webhooks/" + webhook.id() + "/test", null);
        requireProblem(refused, 409);
        assertThat(refused.code()).isEqualTo("WEBHOOK_DISABLED");
        WorkOrderFixtures.registered(world);
        assertThat(world.as("admin")
                        .get("/webhooks/" + webhook.id() + "/deliveries")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void redirectsAreNotFollowed() throws InterruptedException {
        try (Receiver elsewhere = new Receiver()) {
            receiver.willAnswer(307, "", Map.of("Location", elsewhere.url()));
            Answer webhook = webhook("workOrder.held");
            Answer delivery = test(webhook);
            receiver.next();
            assertThat(awaitTries(webhook, delivery, 1).text("/lastError")).isEqualTo("ANSWERED_307");
            receiver.next(); // the second try comes here again
            assertThat(elsewhere.waiting()).isZero();
        }
    }

    @Test
    void ofALongAnswerTheBeginningIsKept() {
        receiver.willAnswer(200, "长".repeat(50_000), Map.of());
        Answer webhook = webhook("workOrder.held");
        Answer delivered = awaitState(webhook, test(webhook), "DELIVERED");
        assertThat(delivered.text("/lastResponse")).startsWith("长长").hasSizeLessThanOrEqualTo(1024);
    }

    @Test
    void aNewSecretSignsBesideTheOldOne() throws InterruptedException {
        Answer webhook = webhook("workOrder.held");
        Answer rotated = world.as("admin")
                .post("/webhooks/" + webhook.id() + "/rotate-secret", null, webhook)
                .require(200);
        String former = webhook.text("/secret");
        String next = rotated.text("/secret");
        assertThat(next).startsWith("whsec_").isNotEqualTo(former);
        Instant until = Instant.parse(rotated.text("/previousSecretUntil"));
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        test(webhook);
        Message message = receiver.next();
        assertThat(message.isSignedWith(former)).isTrue();
        assertThat(message.isSignedWith(next)).isTrue();
        assertThat(message.header("webhook-signature").split(" ")).hasSize(2);
    }

    @Test
    void theSecretIsShownOnce() {
        Answer webhook = webhook("workOrder.held");
        assertThat(webhook.text("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(read(webhook.id()).body().has("secret")).isFalse();
        assertThat(world.as("admin").get("/webhooks").raw()).doesNotContain("whsec_");
    }

    @Test
    void aDeliveryCanBeReplayed() throws InterruptedException {
        Answer webhook = webhook("workOrder.registered");
        WorkOrderFixtures.registered(world);
        Message first = receiver.next();
        Answer log = world.as("admin").get("/webhooks/" + webhook.id() + "/deliveries");
        String id = log.require(200).text("/items/0/id");
        assertThat(log.text("/items/0/eventType")).isEqualTo("workOrder.registered");
        world.as("admin")
                .post("/webhooks/" + webhook.id() + "/deliveries/" + id + "/replay", null)
                .require(200);
        Message again = receiver.next();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
    }

    @Test
    void theLogIsReadPageByPage() {
        Answer webhook = webhook("workOrder.held");
        List<String> made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> test(webhook).id())
                .toList();
        List<String> read = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Answer page = world.as("admin")
                    .get("/webhooks/" + webhook.id() + "/deliveries?limit=2" + cursor)
                    .require(200);
            page.body().path("items").forEach(item -> read.add(item.path("id").asText()));
            cursor = page.body().path("nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(read).containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1/, ADDRESS_NOT_PUBLIC",
        "https://[::1]/, ADDRESS_NOT_PUBLIC",
        "https://127.1/, URL_UNUSABLE",
        "https://2130706433/, URL_UNUSABLE",
        "https://0177.0.0.1/, URL_UNUSABLE",
        "https://user@93.184.215.14/, URL_UNUSABLE",
        "https://[::ffff:10.0.0.1]/, ADDRESS_NOT_PUBLIC",
        "ftp://93.184.215.14/, URL_NOT_HTTPS",
        "https://nobody.invalid/, HOST_UNKNOWN"
    })
    void anAddressThatIsNotPublicIsRefusedWhenItIsSaved(String url, String code) {
        Answer refused = world.as("admin").post("/webhooks", Map.of("url", url, "eventTypes", List.of("workOrder.*")));
        requireProblem(refused, 422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/url");
        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
        Answer webhook = webhook("workOrder.held");
        assertThat(world.as("admin")
                        .patch("/webhooks/" + webhook.id(), Map.of("url", url), webhook)
                        .text("/errors/0/code"))
                .isEqualTo(code);
    }

    @Test
    void whatIsUnknownIsRefused() {
        Answer refused = world.as("admin")
                .post(
                        "/webhooks",
                        Map.of(
                                "url",
                                receiver.url(),
                                "eventTypes",
                                List.of("workOrder.*", "orders"),
                                "communityIds",
                                List.of()));
        requireProblem(refused, 422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("UNKNOWN_EVENT_TYPE");
        Answer foreign = world.as("admin")
                .post(
                        "/webhooks",
                        Map.of(
                                "url",
                                receiver.url(),
                                "eventTypes",
                                List.of("workOrder.*"),
                                "communityIds",
                                List.of(World.first().id("community"))));
        assertThat(foreign.text("/errors/0/code")).isEqualTo("UNKNOWN_COMMUNITY");
    }

    @Test
    void aDisabledOneIsToldNothingAndCanBeEnabledAgain() throws InterruptedException {
        Answer webhook = webhook("workOrder.registered");
        Answer disabled = world.as("admin")
                .patch("/webhooks/" + webhook.id(), Map.of("enabled", false), webhook)
                .require(200);
        assertThat(disabled.text("/disabledBecause")).isEqualTo("BY_HAND");
        WorkOrderFixtures.registered(world);
        world.as("admin")
                .patch("/webhooks/" + webhook.id(), Map.of("enabled", true), disabled)
                .require(200);
        Answer order = WorkOrderFixtures.registered(world);
        assertThat(receiver.next().json().path("subject").asText()).isEqualTo(order.id());
        assertThat(receiver.waiting()).isZero();
    }
}
