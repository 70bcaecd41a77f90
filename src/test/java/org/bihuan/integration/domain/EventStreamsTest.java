package org.bihuan.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.Callers;
import org.bihuan.company.CompanyId;
import org.bihuan.company.Role;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Readers who are slow, and several instances. */
@HttpTest
class EventStreamsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MORE_THAN_A_QUEUE = 600;

    @Inject
    EventReader reader;

    @Inject
    EventSettings settings;

    @Inject
    Clock clock;

    /** As another instance would have it. */
    private EventStreams instance() {
        Callers unchanged = Optional::of;
        return new EventStreams(reader, unchanged, settings, clock);
    }

    private static Caller desk(World world) {
        return new Caller(
                new AccountId(UUID.fromString(world.id("desk"))),
                new CompanyId(UUID.fromString(
                        world.as("admin").get("/companies/current").require(200).id())),
                UUID.randomUUID(),
                "desk",
                "前台",
                Set.of(Role.FRONT_DESK),
                Set.of(UUID.fromString(world.id("community"))),
                null,
                "zh-CN",
                0);
    }

    private static AssertSubscriber<StreamItem> follow(EventStreams instance, Caller caller, long demand) {
        return instance.open(caller, null, true).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    /** The data of what came besides words about the stream. */
    private static List<String> heard(AssertSubscriber<StreamItem> follower) {
        return follower.getItems().stream()
                .filter(item -> String.valueOf(item.event()).startsWith("workOrder."))
                .map(item -> String.valueOf(item.data()))
                .toList();
    }

    private static void awaitHeard(AssertSubscriber<StreamItem> follower, int events) {
        await().atMost(PATIENCE).until(() -> heard(follower).size() == events);
    }

    private static void write(World world, int notes) {
        Answer order = WorkOrderFixtures.registered(world);
        IntStream.range(0, notes - 1)
                .forEach(i -> world.as("desk")
                        .post("/work-orders/" + order.id() + "/notes", Map.of("text", "第", "visibility", "INTERNAL"))
                        .require(201));
    }

    @Test
    void whoReadsSlowlyHoldsUpNobodyAndMissesNothing() {
        World world = World.fresh();
        EventStreams instance = instance();
        AssertSubscriber<StreamItem> slow = follow(instance, desk(world), 1);
        AssertSubscriber<StreamItem> quick = follow(instance, desk(world), Long.MAX_VALUE);
        await().atMost(PATIENCE)
                .until(() -> slow.getItems().size() == 1 && !quick.getItems().isEmpty());
        write(world, MORE_THAN_A_QUEUE);
        awaitHeard(quick, MORE_THAN_A_QUEUE);
        assertThat(slow.getItems()).hasSize(1);
        slow.request(Long.MAX_VALUE);
        awaitHeard(slow, MORE_THAN_A_QUEUE);
        assertThat(heard(slow)).isEqualTo(heard(quick));
        instance.close();
    }

    @Test
    void eachInstanceTellsTheSameWhoeverWroteIt() {
        World world = World.fresh();
        EventStreams one = instance();
        EventStreams other = instance();
        AssertSubscriber<StreamItem> here = follow(one, desk(world), Long.MAX_VALUE);
        AssertSubscriber<StreamItem> there = follow(other, desk(world), Long.MAX_VALUE);
        await().atMost(PATIENCE)
                .until(() -> !here.getItems().isEmpty() && !there.getItems().isEmpty());
        write(world, 20);
        awaitHeard(here, 20);
        awaitHeard(there, 20);
        assertThat(heard(here)).isEqualTo(heard(there));
        // And who changes from one to the other goes on where they were.
        String last = String.valueOf(here.getItems().getLast().id());
        here.cancel();
        write(world, 5);
        AssertSubscriber<StreamItem> moved =
                other.open(desk(world), last, true).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        awaitHeard(moved, 5);
        one.close();
        other.close();
    }
}
