package org.bihuan.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bihuan.integration.Follower.Event;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Following what happens. */
@HttpTest
class EventStreamTest {
    private static final int WRITERS = 8;
    private static final int ORDERS_EACH = 12;

    private static Map<String, Object> note(String text) {
        return Map.of("text", text, "visibility", "INTERNAL");
    }

    private static void register(World world) {
        Answer order = WorkOrderFixtures.registered(world);
        world.as("desk")
                .post("/work-orders/" + order.id() + "/notes", note("第一"))
                .require(201);
        world.as("desk")
                .post("/work-orders/" + order.id() + "/notes", note("第二"))
                .require(201);
    }

    private static List<String> of(Event event) {
        return List.of(
                event.type(),
                event.data().path("workOrderId").asText(),
                event.data().path("seq").asText());
    }

    @Test
    void whatHappensIsToldInItsOrder() throws InterruptedException {
        World world = World.fresh();
        try (Follower desk = Follower.live(world.as("desk"))) {
            Answer order = WorkOrderFixtures.accepted(world);
            List<Event> told = List.of(desk.next(), desk.next(), desk.next());
            assertThat(told.stream().map(Event::type))
                    .containsExactly("workOrder.registered", "workOrder.dispatched", "workOrder.accepted");
            assertThat(told)
                    .allSatisfy(event ->
                            assertThat(event.data().path("number").asText()).isEqualTo(order.text("/number")));
            assertThat(told.getLast().data().path("status").asText()).isEqualTo("ACCEPTED");
            assertThat(told.toString()).doesNotContain("王芳", "138001", "需要处理的事情");
        }
    }

    @Test
    void nothingIsLostOrDoubledHoweverOftenTheConnectionBreaksWhileManyWrite() throws InterruptedException {
        World world = World.fresh();
        String start;
        try (Follower before = Follower.from(world.as("desk"), null)) {
            start = before.next().id();
        }
        CompletableFuture<?> writing = CompletableFuture.runAsync(() -> write(world));
        List<List<String>> heard = new ArrayList<>();
        String last = start;
        int expected = WRITERS * ORDERS_EACH * 3;
        for (int connection = 1; heard.size() < expected; connection++) {
            try (Follower desk = Follower.from(world.as("desk"), last)) {
                for (int i = 0; i < connection % 7 + 1 && heard.size() < expected; i++) {
                    Event event = nextOrWhyNot(world, start, desk, writing, heard);
                    assertThat(event.type()).as("after " + heard.size()).matches("ready|workOrder\\..*");
                    last = event.id();
                    if (!event.type().equals("ready")) {
                        heard.add(of(event));
                    }
                }
            }
        }
        writing.join();
        assertThat(heard).doesNotHaveDuplicates().hasSize(expected);
        assertEachOrderInItsOrder(heard);
        // Until now, and from the beginning once more: the same in the same order.
        assertThat(all(world, start)).isEqualTo(heard);
    }

    private static Event nextOrWhyNot(
            World world, String start, Follower desk, CompletableFuture<?> writing, List<List<String>> heard)
            throws InterruptedException {
        try {
            return desk.next();
        } catch (AssertionError e) {
            assertThat(writing).as("the writing").isCompleted();
            throw new AssertionError(
                    "after " + heard.size() + " of " + all(world, start).size(), e);
        }
    }

    private static void write(World world) {
        AtOnce.run(IntStream.range(0, WRITERS).<Callable<Boolean>>mapToObj(writer -> () -> {
            IntStream.range(0, ORDERS_EACH).forEach(i -> register(world));
            return true;
        }));
    }

    private static void assertEachOrderInItsOrder(List<List<String>> heard) {
        Map<String, List<Integer>> lines = new HashMap<>();
        heard.forEach(event ->
                lines.computeIfAbsent(event.get(1), order -> new ArrayList<>()).add(Integer.valueOf(event.get(2))));
        assertThat(lines).hasSize(WRITERS * ORDERS_EACH);
        assertThat(lines.values()).allSatisfy(seqs -> assertThat(seqs).isSorted());
    }

    private static List<List<String>> all(World world, String from) throws InterruptedException {
        List<List<String>> all = new ArrayList<>();
        try (Follower desk = Follower.from(world.as("desk"), from)) {
            for (Event event = desk.next(); !event.type().equals("ready"); event = desk.next()) {
                all.add(of(event));
            }
        }
        return all;
    }

    @Test
    void whatWasWrittenEarlierAndCommittedLaterIsNotMissed() throws InterruptedException, SQLException {
        World world = World.fresh();
        try (Follower desk = Follower.live(world.as("desk"));
                Connection slow = DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"))) {
            slow.setAutoCommit(false);
            insertEvent(world, slow);
            Answer order = WorkOrderFixtures.registered(world);
            desk.awaitHeartbeat();
            desk.awaitHeartbeat();
            assertThat(desk.heard()).isZero();
            slow.commit();
            assertThat(desk.next().type()).isEqualTo("workOrder.slow");
            assertThat(desk.next().data().path("workOrderId").asText()).isEqualTo(order.id());
        }
    }

    private static void insertEvent(World world, Connection connection) throws SQLException {
        String company =
                world.as("admin").get("/companies/current").require(200).id();
        try (var insert = connection.prepareStatement("""
                insert into event (company_id, id, uid, type, community_id, at, data)
                values (cast(? as uuid), nextval('event_seq'), ?, 'workOrder.slow', cast(? as uuid), now(), '{}')
                """)) {
            insert.setString(1, company);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, world.id("community"));
            insert.executeUpdate();
        }
    }

    @Test
    void techniciansHearOfTheirOwnWorkAndOfWhatIsTakenFromThem() throws InterruptedException {
        World world = World.fresh();
        try (Follower technician = Follower.live(world.as("technician"));
                Follower other = Follower.live(world.as("technician2"));
                Follower elsewhere = Follower.live(world.as("strangerDesk"))) {
            Answer order = WorkOrderFixtures.dispatched(world);
            Answer moved = WorkOrderFixtures.act(
                    world, "desk", order, "dispatch", Map.of("assigneeId", world.id("technician2")));
            WorkOrderFixtures.act(world, "technician2", moved, "accept", Map.of());
            assertThat(List.of(technician.next().type(), technician.next().type()))
                    .containsExactly("workOrder.dispatched", "workOrder.dispatched");
            assertThat(List.of(other.next().type(), other.next().type()))
                    .containsExactly("workOrder.dispatched", "workOrder.accepted");
            WorkOrderFixtures.dispatched(world);
            Event theirs = technician.next();
            assertThat(theirs.data().path("workOrderId").asText()).isNotEqualTo(order.id());
            assertThat(elsewhere.heard()).isZero();
        }
    }

    @Test
    void nobodyHearsOfAnotherCompany() throws InterruptedException {
        World mine = World.fresh();
        World theirs = World.fresh();
        try (Follower desk = Follower.live(mine.as("desk"))) {
            WorkOrderFixtures.registered(theirs);
            Answer order = WorkOrderFixtures.registered(mine);
            assertThat(desk.next().data().path("workOrderId").asText()).isEqualTo(order.id());
        }
    }

    @Test
    void administratorsAndOwnersDoNotFollow() {
        for (String person : List.of("admin", "owner")) {
            assertThat(Follower.open(World.first().as(person), null).statusCode())
                    .isEqualTo(403);
        }
        assertThat(Follower.open(Api.nobody(), null).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheStream() throws InterruptedException {
        World world = World.fresh();
        Answer token = Api.nobody()
                .post("/auth/token", Map.of("username", world.username("desk"), "password", World.PASSWORD))
                .require(200);
        Api desk = Api.nobody().with("Authorization", "Bearer " + token.text("/accessToken"));
        try (Follower follower = Follower.live(desk)) {
            Answer out = desk.post("/auth/sign-out", null);
            assertThat(out.status()).as(out.raw()).isLessThan(300);
            assertThat(Follower.isEnd(follower.next())).isTrue();
        }
    }

    @Test
    void whoIsDisabledHearsNothingMore() throws InterruptedException {
        World world = World.fresh();
        try (Follower follower = Follower.live(world.as("desk2"))) {
            String path = "/accounts/" + world.id("desk2");
            Answer account = world.as("admin").get(path).require(200);
            world.as("admin").patch(path, Map.of("disabled", true), account).require(200);
            assertThat(Follower.isEnd(follower.next())).isTrue();
        }
    }

    @Test
    void anotherCommunityIsHeardOfWithoutComingAgain() {
        World world = World.fresh();
        String path = "/accounts/" + world.id("strangerDesk");
        try (Follower follower = Follower.from(world.as("strangerDesk"), null)) {
            Answer account = world.as("admin").get(path).require(200);
            List<String> both = List.of(world.id("community"), world.id("elsewhere"));
            world.as("admin").patch(path, Map.of("communityIds", both), account).require(200);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                WorkOrderFixtures.registered(world);
                return follower.heard() > 1; // besides being ready
            });
        }
    }

    @Test
    void whoComesFromTooLongAgoOrFromNowhereReadsEverythingAnew() throws InterruptedException {
        World world = World.fresh();
        try (Follower desk = Follower.from(world.as("desk"), "from another house")) {
            assertThat(desk.next().type()).isEqualTo("reset");
            assertThat(desk.next().type()).isEqualTo("ready");
            WorkOrderFixtures.registered(world);
            assertThat(desk.next().type()).isEqualTo("workOrder.registered");
        }
    }

    @Test
    void nobodyHoldsTooManyStreams() {
        World world = World.fresh();
        List<Follower> open = new ArrayList<>();
        try {
            IntStream.range(0, 8).forEach(i -> open.add(Follower.from(world.as("desk"), null)));
            var refused = Follower.open(world.as("desk"), null);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("30");
            open.removeFirst().close();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                var again = Follower.open(world.as("desk"), null);
                again.body().close();
                return again.statusCode() == 200;
            });
        } finally {
            open.forEach(Follower::close);
        }
    }

    @Test
    void itEndsByItselfWhereThatIsAskedFor() {
        World world = World.fresh();
        Answer stream = world.as("desk").get("/events?follow=false").require(200);
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        assertThat(stream.raw()).startsWith("id:").contains("\nevent:ready\ndata:{}\n\n");
    }
}
