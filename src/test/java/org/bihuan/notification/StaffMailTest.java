package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Mails;
import org.bihuan.testing.Mails.Received;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class StaffMailTest {
    /** Of its own, because everybody of a company who runs the desk is told. */
    private final World world = World.fresh();

    @Inject
    Workbench workbench;

    private String company() {
        return world.as("admin").get("/companies/current").id();
    }

    private Answer act(String person, Answer order, String verb) {
        return WorkOrderFixtures.act(world, person, order, verb, WorkOrderFixtures.bodyOf(world, verb));
    }

    private List<Received> mails(String address, String word) {
        return Mails.to(address).stream()
                .filter(mail -> mail.subject().contains(word))
                .toList();
    }

    @Test
    void whoGetsAnOrderAndWhoLosesItIsToldEachTimeOnce() {
        String first = Correspondence.reachable(world, "technician");
        String second = Correspondence.reachable(world, "technician2");
        Answer offered = WorkOrderFixtures.dispatched(world);
        Answer accepted = act("desk", offered, "accept"); // on their behalf
        Answer transferred = act("desk", accepted, "dispatch"); // to the other one
        act("desk", transferred, "recall");
        List<JsonNode> log = Correspondence.settled(world, offered.id());

        assertThat(Correspondence.states(log, "OFFERED")).containsExactly("SENT");
        assertThat(Correspondence.states(log, "ASSIGNED")).containsExactly("SENT", "SENT");
        assertThat(Correspondence.states(log, "TAKEN_AWAY")).containsExactly("SENT", "SENT");
        String number = offered.text("/number");
        assertThat(Mails.to(first))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder(
                        "新派工单 " + number + "（普通） 3-2-1202 厨房",
                        "工单 " + number + " 归您负责（普通） 3-2-1202 厨房",
                        "工单 " + number + " 不再由您负责");
        assertThat(Mails.to(second))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder("工单 " + number + " 归您负责（普通） 3-2-1202 厨房", "工单 " + number + " 不再由您负责");
        assertThat(Mails.to(first)).allSatisfy(mail -> assertThat(mail.all()).doesNotContain("13800138000", "/track/"));
        assertThat(log)
                .filteredOn(entry -> !entry.path("kind").asText().equals("RECEIVED"))
                .allSatisfy(entry -> assertThat(entry.path("address").isNull()).isTrue());
    }

    @Test
    void nobodyIsToldOfTheirOwnDoing() {
        Correspondence.reachable(world, "technician");
        Answer order = WorkOrderFixtures.accepted(world);
        assertThat(Correspondence.kinds(Correspondence.log(world, order.id()))).doesNotContain("ASSIGNED");
    }

    @Test
    void whoManagesAndWhoWorkedOnItHearThatItIsReopened() {
        String manager = Correspondence.reachable(world, "manager");
        String technician = Correspondence.reachable(world, "technician");
        Answer done = WorkOrderFixtures.completed(world);
        act("desk", done, "reopen");
        Correspondence.settled(world, done.id());
        for (String address : List.of(manager, technician)) {
            assertThat(mails(address, "已重开，第 2 轮"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text()).contains("有原因", done.text("/number")));
        }
    }

    @Test
    void theManagerHearsOfAnOwnerWhoIsNotHappy() {
        String manager = Correspondence.reachable(world, "manager");
        Answer done = WorkOrderFixtures.completed(world);
        String followUp = "/follow-ups/" + done.text("/followUpId");
        Map<String, Object> verdict = Map.of("resolved", "YES", "satisfaction", 1, "comment", "态度不好");
        world.as("desk")
                .post(
                        followUp + "/attempts",
                        Map.of("outcome", "REACHED", "verdict", verdict),
                        world.as("desk").get(followUp))
                .require(200);
        Correspondence.settled(world, done.id());
        assertThat(mails(manager, "业主不满意"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("1 分", "态度不好"));
    }

    @Test
    void aClockIsAnnouncedToItsAudienceAndToNobodyElse() {
        String desk = Correspondence.reachable(world, "desk");
        String manager = Correspondence.reachable(world, "manager");
        Correspondence.prefer(world, "manager", Map.of());
        Answer order = WorkOrderFixtures.accepted(world);
        workbench.announce(company(), order.id(), 80, Set.of(world.id("desk")));
        workbench.announce(company(), order.id(), 100, Set.of(world.id("desk")));
        workbench.announce(company(), order.id(), 150, Set.of(world.id("manager")));
        List<JsonNode> log = Correspondence.settled(world, order.id());
        for (String kind : List.of("WARNED", "BREACHED", "ESCALATED")) {
            assertThat(Correspondence.states(log, kind)).as(kind).containsExactly("SENT");
        }
        String number = order.text("/number");
        assertThat(mails(desk, number))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder("工单 " + number + " 时限将到：到场", "工单 " + number + " 已超时：到场（普通）");
        assertThat(mails(manager, number)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("工单 " + number + " 严重超时：到场（普通）");
            assertThat(mail.text()).contains("11月23日 09:40", "150%");
        });
    }

    /** From an hour ago to an hour from now. */
    private static Map<String, String> quietNow() {
        LocalTime now =
                LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC).withSecond(0).withNano(0);
        return Map.of(
                "from", now.minusHours(1).toString(), "to", now.plusHours(1).toString());
    }

    @Test
    void quietHoursHoldBackWhatIsNotPressing() {
        String address = Correspondence.reachable(world, "technician");
        Correspondence.prefer(world, "technician", Map.of("timeZone", "UTC", "quietHours", quietNow()));
        Answer offered = WorkOrderFixtures.dispatched(world);
        JsonNode waiting = Correspondence.only(Correspondence.log(world, offered.id()), "OFFERED");
        assertThat(waiting.path("state").asText()).isEqualTo("QUEUED");
        assertThat(Instant.parse(waiting.path("notBefore").asText()))
                .isAfter(Instant.now().plusSeconds(3500));

        Map<String, Object> burst = WorkOrderFixtures.repair(world);
        burst.put("priority", "EMERGENCY");
        Answer emergency = WorkOrderFixtures.dispatch(
                world, world.as("desk").post("/work-orders", burst).require(201));
        workbench.announce(company(), emergency.id(), 100, Set.of(world.id("technician")));
        List<JsonNode> log = Correspondence.settled(world, emergency.id());
        assertThat(Correspondence.states(log, "OFFERED")).containsExactly("SENT");
        assertThat(Correspondence.states(log, "BREACHED")).containsExactly("SENT");
        assertThat(Mails.to(address)).hasSize(2);
    }

    @Test
    void whoHasLeftTheCompanyIsNotSentWhatStillWaits() throws Exception {
        String address = Correspondence.reachable(world, "technician");
        Correspondence.prefer(world, "technician", Map.of("timeZone", "UTC", "quietHours", quietNow()));
        Answer offered = WorkOrderFixtures.dispatched(world);
        String message = Correspondence.only(Correspondence.log(world, offered.id()), "OFFERED")
                .path("id")
                .asText();
        String account = "/accounts/" + world.id("technician");
        world.as("admin")
                .patch(account, Map.of("disabled", true), world.as("admin").get(account))
                .require(200);
        workbench.run(company(), "SEND_MESSAGE", message, 1, Map.of("message", message));
        assertThat(Correspondence.states(Correspondence.log(world, offered.id()), "OFFERED"))
                .containsExactly("SUPPRESSED READER_GONE");
        assertThat(Mails.to(address)).isEmpty();
    }

    private String digestJob() {
        return TestDatabase.column(
                        "select key from job where kind = 'WRITE_DIGEST' and key like ?", world.id("technician") + ":%")
                .getFirst();
    }

    private void writeDigest(String key) throws Exception {
        String at = key.substring(key.indexOf(':') + 1);
        workbench.run(company(), "WRITE_DIGEST", key, 1, Map.of("account", world.id("technician"), "at", at));
    }

    @Test
    void whatCanWaitComesInOneMailADay() throws Exception {
        String address = Correspondence.reachable(world, "technician");
        Correspondence.prefer(world, "technician", Map.of("kinds", Map.of("OFFERED", "DIGEST")));
        List<Answer> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            orders.add(WorkOrderFixtures.dispatched(world));
        }
        assertThat(Correspondence.jobs("WRITE_DIGEST", world.id("technician") + ":%"))
                .containsExactly("READY");
        String key = digestJob();
        assertThat(Instant.parse(key.substring(key.indexOf(':') + 1)))
                .isBetween(Instant.now(), Instant.now().plusSeconds(90_000));
        writeDigest(key);
        writeDigest(key); // as after a crash
        for (Answer order : orders) {
            org.awaitility.Awaitility.await()
                    .until(
                            () -> Correspondence.states(Correspondence.log(world, order.id()), "OFFERED"),
                            List.of("SENT")::equals);
        }
        assertThat(Mails.to(address)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("今日汇总：3 条");
            assertThat(mail.text())
                    .contains(
                            orders.stream().map(order -> order.text("/number")).toList());
            assertThat(mail.html()).contains("<li>新派工单 " + orders.getFirst().text("/number"));
        });
    }

    @Test
    void whoHasNothingToReadGetsNoDigest() throws Exception {
        String address = Correspondence.reachable(world, "technician");
        writeDigest(world.id("technician") + ":2026-11-24T00:30:00Z");
        assertThat(Mails.to(address)).isEmpty();
        assertThat(TestDatabase.column(
                        "select id from message where account_id = cast(? as uuid)", world.id("technician")))
                .isEmpty();
    }
}
