package org.bihuan.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.integration.Receiver;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.bihuan.workorder.OwnerMessageWritten;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tries of a delivery, without waiting for three days. */
@HttpTest
class DeliveryTriesTest {
    private static World world;
    private static UUID company;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    DeliveryReports reports;

    @Inject
    WebhookClient client;

    @Inject
    AddressGuard guard;

    @Inject
    EventMemory memory;

    @Inject
    EventReader reader;

    @Inject
    WorkOrders orders;

    @Inject
    Event<OwnerMessageWritten> messages;

    @Inject
    CurrentTenant tenant;

    @Inject
    Clock clock;

    @BeforeAll
    static void settle() {
        world = World.fresh();
        company = UUID.fromString(
                world.as("admin").get("/companies/current").require(200).id());
    }

    @BeforeEach
    void enter() {
        tenant.enter(company);
    }

    /** One that is sent nothing by itself, because nobody listens. */
    private static Answer webhook(String url) {
        return world.as("admin")
                .post("/webhooks", Map.of("url", url, "eventTypes", List.of("message.owner")))
                .require(201);
    }

    private static String path(Answer webhook, Answer delivery) {
        return "/webhooks/" + webhook.id() + "/deliveries/" + delivery.id();
    }

    private static Jobs.Job job(Answer delivery, int attempt) {
        return new Jobs.Job(
                UUID.randomUUID(), "WEBHOOK", "", attempt, Map.of("delivery", delivery.id(), "replay", "0"));
    }

    private static void awaitTheFirstTry(Answer webhook, Answer delivery) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world.as("admin")
                                .get(path(webhook, delivery))
                                .body()
                                .path("tries")
                                .asInt()
                        == 1);
    }

    /** Whatever the one that works by itself is doing. */
    private WebhookDeliveries sending(AddressGuard whereTo) {
        return new WebhookDeliveries(
                reports, whereTo, client, new SlowReceivers(clock), new SimpleMeterRegistry(), clock);
    }

    @Test
    void thereAreTenTriesInThreeDays() {
        List<Duration> pauses = deliveries.pauses();
        assertThat(pauses).hasSize(9).isSorted();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void afterTheTenthItHasFailedAndAReplaySendsItAfterAll() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.willAnswer(500).willAnswer(500);
            Answer webhook = webhook(receiver.url());
            Answer delivery = world.as("admin")
                    .post("/webhooks/" + webhook.id() + "/test", null)
                    .require(201);
            awaitTheFirstTry(webhook, delivery);
            assertThatThrownBy(() -> sending(guard).run(job(delivery, 10))).isInstanceOf(IOException.class);
            Answer failed = world.as("admin").get(path(webhook, delivery)).require(200);
            assertThat(failed.text("/state")).isEqualTo("FAILED");
            world.as("admin").post(path(webhook, delivery) + "/replay", null).require(200);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> world.as("admin")
                            .get(path(webhook, delivery))
                            .text("/state")
                            .equals("DELIVERED"));
            assertThat(deliveries.run(job(delivery, 2)))
                    .as("the job before the replay")
                    .isEqualTo(JobHandler.Result.DONE);
        }
    }

    @Test
    void theAddressIsLookedAtWhenItIsSentToo() {
        var strict = new AddressGuard.Rules(true, List.of(), Set.of(), Set.of(), address -> false);
        AddressGuard strictGuard = new AddressGuard(strict, java.net.InetAddress::getAllByName);
        try (Receiver receiver = new Receiver()) {
            Answer webhook = webhook(receiver.url());
            receiver.willAnswer(500);
            Answer delivery = world.as("admin")
                    .post("/webhooks/" + webhook.id() + "/test", null)
                    .require(201);
            awaitTheFirstTry(webhook, delivery);
            assertThatThrownBy(() -> sending(strictGuard).run(job(delivery, 10)))
                    .isInstanceOf(AddressGuard.Refused.class);
            assertThat(world.as("admin").get(path(webhook, delivery)).text("/lastError"))
                    .isEqualTo("ADDRESS_NOT_PUBLIC");
            assertThat(receiver.waiting()).isEqualTo(1);
        }
    }

    @Test
    void aMessageToAnOwnerReachesTheGatewayWithAllItNeeds() throws InterruptedException {
        try (Receiver receiver = new Receiver()) {
            Answer webhook = webhook(receiver.url());
            Answer order = WorkOrderFixtures.registered(world);
            UUID message = UUID.randomUUID();
            QuarkusTransaction.requiringNew()
                    .run(() -> messages.fire(new OwnerMessageWritten(
                            message,
                            "RECEIVED",
                            "王芳",
                            "+8613800138000",
                            "zh-CN",
                            () -> "已收到您的报修",
                            orders.find(new WorkOrderId(UUID.fromString(order.id())))
                                    .orElseThrow())));
            Receiver.Message sent = receiver.next(); // that the matter was received; the next one is the test's own
            while (!sent.json().at("/data/messageId").asText().equals(message.toString())) {
                sent = receiver.next();
            }
            assertThat(sent.isSignedWith(webhook.text("/secret"))).isTrue();
            assertThat(sent.json().path("type").asText()).isEqualTo("org.bihuan.message.owner");
            assertThat(sent.json().at("/data/messageId").asText()).isEqualTo(message.toString());
            assertThat(sent.json().at("/data/phone").asText()).isEqualTo("+8613800138000");
            assertThat(sent.json().at("/data/text").asText()).isEqualTo("已收到您的报修");
            assertThat(sent.json().at("/data/number").asText()).isEqualTo(order.text("/number"));
        }
    }

    @Test
    void whatIsOldIsForgottenAndWhoLeftBeforeIsToldSo() {
        Position before = reader.horizon().end();
        WorkOrderFixtures.registered(world);
        await().until(() -> reader.horizon().end().compareTo(before) > 0);
        Position after = reader.horizon().end();
        assertThat(reader.read(Set.of(company), before, after, 10)).hasSize(1);
        assertThat(reader.horizon().knowsWhatFollows(before)).isTrue();
        assertThat(memory.forget(clock.instant().plusSeconds(1))).isPositive();
        assertThat(reader.read(Set.of(company), before, after, 10)).isEmpty();
        assertThat(reader.horizon().knowsWhatFollows(before)).isFalse();
        assertThat(reader.horizon().knowsWhatFollows(after)).isTrue();
    }

    @Test
    void whoLetsUsWaitRestsAndTheOthersGoOn() {
        Instant[] now = {Instant.parse("2026-11-23T01:12:00Z")};
        InstantSource source = () -> now[0];
        SlowReceivers slow = new SlowReceivers(source.withZone(java.time.ZoneOffset.UTC));
        UUID silent = UUID.randomUUID();
        assertThat(slow.enter(silent)).isEmpty();
        assertThat(slow.enter(silent)).as("one at a time").isPresent();
        slow.letUsWait(silent);
        slow.leave(silent);
        assertThat(slow.enter(silent).orElseThrow()).isAfterOrEqualTo(now[0].plusSeconds(60));
        assertThat(slow.enter(UUID.randomUUID())).isEmpty();
        assertThat(slow.enter(UUID.randomUUID())).isEmpty();
        assertThat(slow.enter(UUID.randomUUID())).as("all hands are full").isPresent();
        now[0] = now[0].plusSeconds(61);
        slow.leave(silent);
        assertThat(slow.enter(silent)).as("others still hold both hands").isPresent();
    }
}
