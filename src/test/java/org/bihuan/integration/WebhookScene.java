package org.bihuan.integration;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A company that tells other systems what happens, and one that listens. */
abstract class WebhookScene {
    static World world;

    Receiver receiver;

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

    Answer webhook(String... eventTypes) {
        return world.as("admin")
                .post("/webhooks", Map.of("url", receiver.url(), "eventTypes", List.of(eventTypes)))
                .require(201);
    }

    static Answer read(String webhook) {
        return world.as("admin").get("/webhooks/" + webhook).require(200);
    }

    static Answer test(Answer webhook) {
        return world.as("admin")
                .post("/webhooks/" + webhook.id() + "/test", null)
                .require(201);
    }

    static Answer delivery(Answer webhook, Answer delivery) {
        return world.as("admin")
                .get("/webhooks/" + webhook.id() + "/deliveries/" + delivery.id())
                .require(200);
    }

    static Answer awaitState(Answer webhook, Answer delivery, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> delivery(webhook, delivery),
                        now -> now.text("/state").equals(state));
    }

    static Answer awaitTries(Answer webhook, Answer delivery, int tries) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> delivery(webhook, delivery),
                        now -> now.body().path("tries").asInt() == tries);
    }
}
