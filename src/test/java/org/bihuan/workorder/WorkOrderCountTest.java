package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.bihuan.workorder.domain.EndedOrders;
import org.junit.jupiter.api.Test;

/** Counters that are right at every moment. */
@HttpTest
class WorkOrderCountTest {
    private static final int CLIENTS = 16;

    @Inject
    EndedOrders ended;

    private static Map<String, Long> byStatus(Answer counts, String pointer) {
        Map<String, Long> numbers = new HashMap<>();
        counts.body()
                .at(pointer + "/byStatus")
                .properties()
                .forEach(
                        status -> numbers.put(status.getKey(), status.getValue().asLong()));
        return numbers;
    }

    private static long sum(Answer counts) {
        return byStatus(counts, "/total").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<String, Long> counted(World world) {
        Map<String, Long> numbers = new HashMap<>();
        for (Status status : Status.values()) {
            numbers.put(status.name(), (long) TestDatabase.column(
                            "select id from work_order where community_id = cast(? as uuid) and status = ?",
                            world.id("community"),
                            status.name())
                    .size());
        }
        return numbers;
    }

    @Test
    void sixteenClientsMoveOrdersAndEveryReadingAddsUp() {
        World world = World.fresh();
        List<Answer> orders = new ArrayList<>(IntStream.range(0, CLIENTS)
                .mapToObj(i -> WorkOrderFixtures.registered(world))
                .toList());
        AtomicInteger moving = new AtomicInteger(CLIENTS);
        Stream<Callable<Integer>> clients = orders.stream().map(order -> () -> {
            try {
                return wander(world, order);
            } finally {
                moving.decrementAndGet();
            }
        });
        Callable<Integer> reader = () -> {
            int readings = 0;
            do {
                ended.fold();
                Answer counts = world.as("desk").get("/work-orders/counts").require(200);
                assertThat(sum(counts)).as(counts.raw()).isEqualTo(CLIENTS);
                readings++;
            } while (moving.get() > 0);
            return readings;
        };
        List<Integer> done = AtOnce.run(Stream.concat(clients, Stream.of(reader)));
        assertThat(done.getLast()).isGreaterThan(3);
        Answer counts = world.as("manager").get("/work-orders/counts").require(200);
        assertThat(byStatus(counts, "/total")).isEqualTo(counted(world));
        assertThat(counts.body().at("/total/byStatus/CLOSED").asLong()
                        + counts.body().at("/total/byStatus/CANCELLED").asLong())
                .isPositive();
        ended.fold();
        assertThat(TestDatabase.column(
                        "select id from work_order_count_change where community_id = cast(? as uuid)",
                        world.id("community")))
                .isEmpty();
        assertThat(byStatus(world.as("desk").get("/work-orders/counts"), "/total"))
                .isEqualTo(counted(world));
    }

    /** To the end and back again, a few times. */
    private static int wander(World world, Answer order) {
        Random random = new Random(order.id().hashCode());
        Answer now = order;
        for (int lap = 0; lap < 2; lap++) {
            for (String verb : List.of("dispatch", "accept", "start", "complete")) {
                Map<String, Object> body = verb.equals("dispatch")
                        ? Map.of("assigneeId", world.id("technician"))
                        : WorkOrderFixtures.bodyOf(world, verb);
                now = WorkOrderFixtures.act(world, verb.equals("dispatch") ? "desk" : "technician", now, verb, body);
            }
            now = WorkOrderFixtures.act(world, "manager", now, "close", WorkOrderFixtures.bodyOf(world, "close"));
            if (lap == 0 || random.nextBoolean()) {
                now = WorkOrderFixtures.act(world, "desk", now, "reopen", WorkOrderFixtures.bodyOf(world, "reopen"));
            }
        }
        if (now.text("/status").equals("REGISTERED") && random.nextBoolean()) {
            WorkOrderFixtures.act(world, "desk", now, "cancel", WorkOrderFixtures.bodyOf(world, "cancel"));
        }
        return 0;
    }

    @Test
    void eachNumberIsTheLengthOfItsList() {
        World world = World.fresh();
        WorkOrderFixtures.registered(world);
        WorkOrderFixtures.dispatched(world);
        WorkOrderFixtures.closed(world);
        WorkOrderFixtures.cancelled(world);
        Answer late = WorkOrderFixtures.registered(world);
        WorkOrderFixtures.onHold(world, WorkOrderFixtures.registered(world));
        TestDatabase.execute(
                "update work_order set next_due_at = now() - interval '1 hour' where id = cast(? as uuid)", late.id());

        Answer counts = world.as("desk").get("/work-orders/counts").require(200);
        String numbers = "/communities/0/numbers";
        assertThat(counts.body().path("communities")).hasSize(1);
        assertThat(counts.text("/communities/0/communityId")).isEqualTo(world.id("community"));
        assertThat(byStatus(counts, numbers)).isEqualTo(counted(world)).isEqualTo(byStatus(counts, "/total"));
        String day = counts.text("/communities/0/dayEndsAt");
        Map<String, String> lists = Map.of(
                "open",
                "open=true",
                "overdue",
                "overdue=true",
                "unassigned",
                "unassigned=true",
                "dueToday",
                "dueBefore=" + day);
        lists.forEach((name, filter) -> {
            Answer list = world.as("desk")
                    .get("/work-orders?withTotal=true&" + filter)
                    .require(200);
            assertThat(counts.body().at(numbers + "/" + name).asLong())
                    .as(name)
                    .isEqualTo(list.body().path("total").asLong());
        });
        assertThat(counts.body().at(numbers + "/overdue").asLong()).isEqualTo(1);
        assertThat(counts.body().at(numbers + "/unassigned").asLong()).isEqualTo(3);
    }

    @Test
    void onlyTheOwnCommunitiesAreCounted() {
        World world = World.fresh();
        WorkOrderFixtures.cancelled(world);
        Answer stranger = world.as("strangerDesk").get("/work-orders/counts").require(200);
        assertThat(sum(stranger)).isZero();
        Answer foreign = world.as("strangerDesk")
                .get("/work-orders/counts?communityId=" + world.id("community"))
                .require(200);
        assertThat(foreign.body().path("communities")).isEmpty();
        assertThat(world.as("technician").get("/work-orders/counts").status()).isEqualTo(403);
    }

    @Test
    void countingAnewFindsTheSame() {
        World world = World.fresh();
        WorkOrderFixtures.cancelled(world);
        WorkOrderFixtures.cancelled(world);
        Answer before = world.as("desk").get("/work-orders/counts").require(200);
        TestDatabase.column("select recount_work_orders()");
        Answer after = world.as("desk").get("/work-orders/counts").require(200);
        assertThat(byStatus(after, "/total"))
                .isEqualTo(byStatus(before, "/total"))
                .isEqualTo(counted(world));
    }
}
