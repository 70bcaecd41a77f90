package org.bihuan.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.List;
import java.util.Map;
import org.bihuan.integration.Receiver.Message;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery, by the answers of a real system at the other end. */
@HttpTest
class WebhookDeliveryTest extends WebhookScene {
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
}
