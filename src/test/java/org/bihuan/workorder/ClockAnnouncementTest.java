package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.bihuan.workorder.Deadlines.Notice;
import org.bihuan.workorder.domain.ClockService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No deadline passes in silence, and none is told of twice. The application looks by itself, every second. */
@HttpTest
class ClockAnnouncementTest {
    /** Nobody else is hired here, so that who hears is known. */
    private static World world;

    @BeforeAll
    static void found() {
        world = World.fresh();
    }

    @Inject
    ClockService clocks;

    private List<String> ids(String... people) {
        return Stream.of(people).map(world::id).toList();
    }

    private static Notice only(Answer order, String what) {
        return Deadlines.notices(order).stream()
                .filter(notice -> notice.what().equals(what))
                .reduce((one, other) -> {
                    throw new AssertionError("twice: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void whatNobodyDispatchesIsSaidToTheDeskThenTheManagerThenTheAdministrator() {
        Answer order = Deadlines.emergency(world);
        Deadlines.pass(Duration.ofMinutes(4), order);
        Deadlines.awaitSaid(order, "DISPATCH 80");
        Deadlines.pass(Duration.ofMinutes(1), order);
        Deadlines.awaitSaid(order, "DISPATCH 100");
        Deadlines.pass(Duration.ofSeconds(150), order);
        Deadlines.awaitSaid(order, "DISPATCH 150");
        assertThat(only(order, "DISPATCH 80").audience()).containsExactlyInAnyOrderElementsOf(ids("desk", "desk2"));
        assertThat(only(order, "DISPATCH 100").audience())
                .containsExactlyInAnyOrderElementsOf(ids("desk", "desk2", "manager"));
        assertThat(only(order, "DISPATCH 150").audience()).containsExactlyInAnyOrderElementsOf(ids("manager", "admin"));
        assertThat(Deadlines.lines(world, order))
                .containsExactly("CLOCK_WARNED DISPATCH", "CLOCK_BREACHED DISPATCH", "CLOCK_ESCALATED DISPATCH");
    }

    @Test
    void theAssigneeIsWarnedAndTheirManagerHearsOfTheBreach() {
        Answer order = WorkOrderFixtures.dispatch(world, Deadlines.emergency(world));
        Deadlines.pass(Duration.ofMinutes(4), order);
        Deadlines.awaitSaid(order, "ACCEPT 80");
        Deadlines.pass(Duration.ofMinutes(1), order);
        Deadlines.awaitSaid(order, "ACCEPT 100");
        assertThat(only(order, "ACCEPT 80").audience()).containsExactlyElementsOf(ids("technician"));
        assertThat(only(order, "ACCEPT 100").audience())
                .containsExactlyInAnyOrderElementsOf(ids("technician", "manager"));
        assertThat(Deadlines.said(order)).noneMatch(what -> what.startsWith("DISPATCH"));
    }

    @Test
    void itIsSaidWithinFiveSecondsAndTheTimelineTellsToWhom() {
        Answer order = Deadlines.emergency(world);
        Deadlines.pass(Duration.ofSeconds(238), order);
        Deadlines.awaitSaid(order, "DISPATCH 80");
        Notice notice = only(order, "DISPATCH 80");
        assertThat(Duration.between(notice.passedAt(), notice.announcedAt()))
                .isBetween(Duration.ZERO, Deadlines.PROMISED);
        var line = Deadlines.entries(world, order).getFirst();
        assertThat(line.at("/actor/role").asText()).isEqualTo("SYSTEM");
        assertThat(line.at("/data/percent").asInt()).isEqualTo(80);
        assertThat(Instant.parse(line.at("/data/dueAt").asText())).isEqualTo(notice.dueAt());
        assertThat(line.at("/data/audience").toString()).contains(" desk\"", " desk2\"");
    }

    @Test
    void whoeverHasTheOrderOpenIsNotDisturbed() {
        Answer order = Deadlines.emergency(world);
        Deadlines.pass(Duration.ofMinutes(4), order);
        Deadlines.awaitSaid(order, "DISPATCH 80");
        assertThat(world.as("desk").get("/work-orders/" + order.id()).etag()).isEqualTo(order.etag());
        WorkOrderFixtures.dispatch(world, order);
    }

    @Test
    void whatPassedWhileNobodyLookedIsSaidOnce() {
        Answer order = Deadlines.emergency(world);
        Deadlines.pass(Duration.ofHours(1), order);
        Deadlines.awaitSaid(order, "DISPATCH 200", "ARRIVE 200");
        clocks.announceDue();
        assertThat(Deadlines.said(order)).containsExactlyInAnyOrder("DISPATCH 200", "ARRIVE 200");
    }

    @Test
    void aDeadlineThatMovesIsSaidOfAgainAndOneThatMovesBackIsNot() {
        Answer order = Deadlines.withPriority(world, "URGENT");
        Deadlines.pass(Duration.ofMinutes(12), order);
        Deadlines.awaitSaid(order, "DISPATCH 80");
        String path = "/work-orders/" + order.id();
        Answer sooner = world.as("desk")
                .patch(path, Map.of("priority", "EMERGENCY"), order)
                .require(200);
        Deadlines.awaitSaid(order, "DISPATCH 80", "DISPATCH 200", "ARRIVE 80");
        world.as("desk").patch(path, Map.of("priority", "URGENT"), sooner).require(200);
        clocks.announceDue();
        assertThat(Deadlines.said(order)).containsExactlyInAnyOrder("DISPATCH 80", "DISPATCH 200", "ARRIVE 80");
    }

    @Test
    void aNewRoundIsSaidOfAnew() {
        Answer order = Deadlines.emergency(world);
        Deadlines.pass(Duration.ofMinutes(4), order);
        Deadlines.awaitSaid(order, "DISPATCH 80");
        Answer referred =
                WorkOrderFixtures.act(world, "desk", order, "refer", WorkOrderFixtures.bodyOf(world, "refer"));
        Answer again = WorkOrderFixtures.act(world, "desk", referred, "reopen", Map.of("reason", "还是不行"));
        Deadlines.pass(Duration.ofMinutes(4), again);
        Awaitility.await().until(() -> Deadlines.said(order).size() == 2);
        assertThat(Deadlines.entries(world, order))
                .extracting(entry -> entry.get("round").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void whatIsOverIsNotSaidOf() {
        Answer order = Deadlines.emergency(world);
        Answer over = WorkOrderFixtures.act(world, "desk", order, "cancel", Map.of("reason", "重复"));
        Deadlines.pass(Duration.ofDays(3), over);
        clocks.announceDue();
        assertThat(Deadlines.said(order)).isEmpty();
    }

    @Test
    void ofManyWhoLookAtOnceOneSaysIt() {
        Answer[] orders =
                Stream.generate(() -> Deadlines.emergency(world)).limit(60).toArray(Answer[]::new);
        Deadlines.pass(Duration.ofMinutes(4), orders);
        Stream<Callable<ClockService.Outcome>> scans = IntStream.range(0, 6).mapToObj(i -> clocks::announceDue);
        AtOnce.run(scans);
        for (Answer order : orders) {
            Deadlines.awaitSaid(order, "DISPATCH 80");
        }
        for (Answer order : orders) {
            assertThat(Deadlines.said(order)).containsExactly("DISPATCH 80");
            assertThat(Deadlines.lines(world, order)).containsExactly("CLOCK_WARNED DISPATCH");
        }
    }

    /** Its next line would stand where one stands already, which the database refuses. */
    @Test
    void oneThatCannotBeSaidIsInNobodysWayAndIsTriedAgain() {
        Answer bad = Deadlines.emergency(world);
        Answer[] good =
                Stream.generate(() -> Deadlines.emergency(world)).limit(3).toArray(Answer[]::new);
        UUID id = UUID.fromString(bad.id());
        Deadlines.execute("update work_order set last_seq = 0 where id = ?", id);
        Deadlines.pass(Duration.ofMinutes(4).plusSeconds(10), bad);
        Deadlines.pass(Duration.ofMinutes(4), good);
        for (Answer order : good) {
            Deadlines.awaitSaid(order, "DISPATCH 80");
        }
        Awaitility.await().until(() -> rests(id));
        assertThat(Deadlines.said(bad)).isEmpty();
        Deadlines.execute("update work_order set last_seq = 1, next_announcement_at = now() where id = ?", id);
        Deadlines.awaitSaid(bad, "DISPATCH 80");
        assertThat(Deadlines.lines(world, bad)).containsExactly("CLOCK_WARNED DISPATCH");
    }

    /** Tried again within a minute, and not before. */
    private static boolean rests(UUID order) {
        Duration rest = Duration.between(Instant.now(), Deadlines.nextLook(order));
        return rest.compareTo(Duration.ofSeconds(40)) > 0 && rest.compareTo(Duration.ofSeconds(60)) <= 0;
    }

    /** As after an upgrade, which leaves every open order to be looked at. */
    @Test
    void whoIsLookedAtTooEarlyIsLeftUntilItIsTime() {
        Answer order = Deadlines.emergency(world);
        UUID id = UUID.fromString(order.id());
        Instant planned = Deadlines.nextLook(id);
        Deadlines.execute(
                "update work_order set next_announcement_at = next_due_at - interval '1 day' where id = ?", id);
        Awaitility.await().until(() -> Deadlines.nextLook(id).equals(planned));
        assertThat(planned).isAfter(Instant.now());
        assertThat(Deadlines.said(order)).isEmpty();
    }

    @Test
    void whatSomebodyIsChangingNowIsSaidOfWhenTheyHaveDone() throws SQLException {
        Answer held = Deadlines.emergency(world);
        Answer free = Deadlines.emergency(world);
        try (Connection clerk = Deadlines.connect();
                Statement sql = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            Deadlines.pass(Duration.ofSeconds(237), held, free);
            sql.execute("select 1 from work_order where id = '" + held.id() + "' for update");
            Deadlines.awaitSaid(free, "DISPATCH 80");
            assertThat(Deadlines.said(held)).isEmpty();
            clerk.commit();
        }
        Deadlines.awaitSaid(held, "DISPATCH 80");
    }

    @Test
    void forWhoeverIsOnLeaveSomebodyElseHears() {
        World fresh = World.fresh();
        leave(fresh, "technician");
        Answer order = WorkOrderFixtures.dispatch(fresh, Deadlines.emergency(fresh));
        Deadlines.pass(Duration.ofMinutes(4), order);
        Deadlines.awaitSaid(order, "ACCEPT 80");
        assertThat(only(order, "ACCEPT 80").audience()).containsExactlyInAnyOrder(fresh.id("desk"), fresh.id("desk2"));
        for (String person : List.of("desk", "desk2", "manager", "admin")) {
            leave(fresh, person);
        }
        Deadlines.pass(Duration.ofMinutes(1), order);
        Deadlines.awaitSaid(order, "ACCEPT 100");
        assertThat(only(order, "ACCEPT 100").audience()).containsExactly(fresh.id("technician"));
    }

    private static void leave(World world, String person) {
        Instant now = Instant.now();
        Map<String, String> absence = Map.of(
                "from",
                now.minusSeconds(60).toString(),
                "to",
                now.plusSeconds(3600).toString());
        world.as("admin")
                .post("/accounts/" + world.id(person) + "/absences", absence)
                .require(201);
    }

    @Test
    void whereNobodyWorksTheAdministratorHears() {
        World fresh = World.fresh();
        Answer order = Deadlines.emergency(fresh);
        for (String person : List.of("desk", "desk2", "manager", "technician", "technician2")) {
            String path = "/accounts/" + fresh.id(person);
            Answer account = fresh.as("admin").get(path);
            fresh.as("admin").patch(path, Map.of("disabled", true), account).require(200);
        }
        Deadlines.pass(Duration.ofMinutes(4), order);
        Deadlines.awaitSaid(order, "DISPATCH 80");
        assertThat(only(order, "DISPATCH 80").audience()).containsExactly(fresh.id("admin"));
    }
}
