package org.bihuan.integration;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling another system, with a real one at the other end. */
@HttpTest
class WebhookTest extends WebhookScene {
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
