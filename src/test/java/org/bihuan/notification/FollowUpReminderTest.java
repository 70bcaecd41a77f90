package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bihuan.shared.JobHandler;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Mails;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HttpTest
class FollowUpReminderTest {
    private static final String REMIND = "REMIND_OF_FOLLOW_UP";

    private final World world = World.fresh();

    @Inject
    Workbench workbench;

    /** Day and night, so that these tests are true at any hour. */
    @BeforeEach
    void callAtAnyHour() {
        String path = "/communities/" + world.id("community");
        world.as("admin")
                .patch(
                        path,
                        Map.of("callingHours", "00:00-24:00"),
                        world.as("admin").get(path))
                .require(200);
    }

    private Answer followUp(Answer done) {
        return world.as("desk").get("/follow-ups/" + done.text("/followUpId")).require(200);
    }

    private List<JsonNode> reminders(Answer done, String kind, int expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Correspondence.log(world, done.id()).stream()
                                .filter(entry -> entry.path("kind").asText().equals(kind))
                                .toList(),
                        found -> found.size() >= expected);
    }

    private JobHandler.Result remind(Answer followUp, int attempts, String agreedBy) throws Exception {
        Map<String, String> data = new HashMap<>(Map.of("followUp", followUp.id(), "attempts", "" + attempts));
        data.put("agreedBy", agreedBy);
        String company = world.as("admin").get("/companies/current").id();
        return workbench.run(company, REMIND, followUp.id() + ":" + attempts, 1, data);
    }

    @Test
    void theDeskIsRemindedOfACallThatCanBeMade() {
        String desk2 = Correspondence.reachable(world, "desk2");
        Correspondence.prefer(world, "desk2", Map.of("kinds", Map.of("FOLLOW_UP_DUE", "MAIL")));
        Correspondence.reachable(world, "desk");
        Answer done = WorkOrderFixtures.completed(world);
        List<JsonNode> reminders = reminders(done, "FOLLOW_UP_DUE", 2);
        Correspondence.settled(world, done.id());
        assertThat(reminders)
                .extracting(entry -> entry.path("recipientName").asText())
                .containsExactlyInAnyOrder(
                        world.username("desk").replace('.', ' '),
                        world.username("desk2").replace('.', ' '));
        assertThat(Mails.to(desk2)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("回访 " + done.text("/number"));
            assertThat(mail.text()).contains("更换了角阀", "3-2-1202").doesNotContain("13800138000");
        });
        assertThat(Correspondence.states(Correspondence.log(world, done.id()), "FOLLOW_UP_DUE"))
                .containsExactlyInAnyOrder("DIGEST", "SENT");
    }

    @Test
    void whoAgreedOnACallIsRemindedOfItInTime() throws Exception {
        String desk = Correspondence.reachable(world, "desk");
        String desk2 = Correspondence.reachable(world, "desk2");
        Answer done = WorkOrderFixtures.completed(world);
        reminders(done, "FOLLOW_UP_DUE", 2);
        Answer followUp = followUp(done);
        String agreed = Instant.now().plus(Duration.ofHours(3)).toString();
        Answer waiting = world.as("desk2")
                .post(
                        "/follow-ups/" + followUp.id() + "/attempts",
                        Map.of("outcome", "CALL_BACK", "callBackAt", agreed),
                        followUp)
                .require(200);
        assertThat(TestDatabase.column(
                        "select run_at = ? from job where kind = ? and key = ?",
                        Instant.parse(waiting.text("/notBefore")).atOffset(java.time.ZoneOffset.UTC),
                        REMIND,
                        followUp.id() + ":1"))
                .containsExactly("t");
        assertThat(remind(followUp, 1, world.id("desk2"))).isInstanceOf(JobHandler.Result.Later.class);
        assertThat(remind(followUp, 0, world.id("desk2"))).as("overtaken").isEqualTo(JobHandler.Result.DONE);

        TestDatabase.execute("update follow_up set not_before = now() where id = cast(? as uuid)", followUp.id());
        remind(followUp, 1, world.id("desk2"));
        remind(followUp, 1, world.id("desk2")); // as after a crash
        Correspondence.settled(world, done.id());
        assertThat(Correspondence.states(Correspondence.log(world, done.id()), "CALL_BACK_DUE"))
                .containsExactly("SENT");
        assertThat(Mails.to(desk2))
                .extracting(Mails.Received::subject)
                .containsExactly("约好的回访 " + done.text("/number") + "，现在请打");
        assertThat(Mails.to(desk)).isEmpty();
    }

    @Test
    void whoNoLongerWorksThereIsStoodInForByTheDesk() throws Exception {
        Answer done = WorkOrderFixtures.completed(world);
        Answer followUp = followUp(done);
        Map<String, Object> attempt = Map.of(
                "outcome",
                "CALL_BACK",
                "callBackAt",
                Instant.now().plusSeconds(5000).toString());
        world.as("manager")
                .post("/follow-ups/" + followUp.id() + "/attempts", attempt, followUp)
                .require(200);
        TestDatabase.execute("update follow_up set not_before = now() where id = cast(? as uuid)", followUp.id());
        String path = "/accounts/" + world.id("manager");
        world.as("admin")
                .patch(path, Map.of("disabled", true), world.as("admin").get(path))
                .require(200);
        remind(followUp, 1, world.id("manager"));
        assertThat(reminders(done, "CALL_BACK_DUE", 2))
                .extracting(entry -> entry.path("recipientName").asText())
                .containsExactlyInAnyOrder(
                        world.username("desk").replace('.', ' '),
                        world.username("desk2").replace('.', ' '));
    }

    @Test
    void aReminderThatWaitsInADigestIsDroppedOnceSomebodyHasRung() throws Exception {
        String desk = Correspondence.reachable(world, "desk");
        Answer done = WorkOrderFixtures.completed(world);
        reminders(done, "FOLLOW_UP_DUE", 2);
        Answer followUp = followUp(done);
        world.as("desk2")
                .post("/follow-ups/" + followUp.id() + "/attempts", Map.of("outcome", "REFUSED"), followUp)
                .require(200);
        String company = world.as("admin").get("/companies/current").id();
        Map<String, String> data = Map.of("account", world.id("desk"), "at", "2026-11-24T00:30:00Z");
        workbench.run(company, "WRITE_DIGEST", world.id("desk") + ":2026-11-24T00:30:00Z", 1, data);
        assertThat(Correspondence.states(Correspondence.log(world, done.id()), "FOLLOW_UP_DUE"))
                .contains("SUPPRESSED OVERTAKEN");
        assertThat(Mails.to(desk)).isEmpty();
    }

    @Test
    void theQueueTellsWhoeverCallsAllThatTheyNeed() {
        Answer done = WorkOrderFixtures.completed(world);
        Answer followUp = followUp(done);
        world.as("desk")
                .post(
                        "/follow-ups/" + followUp.id() + "/attempts",
                        Map.of(
                                "outcome",
                                "REACHED",
                                "verdict",
                                Map.of("resolved", "PARTLY", "satisfaction", 2, "comment", "还有点渗水")),
                        followUp)
                .require(200);
        Answer again = WorkOrderFixtures.dispatch(world, world.as("desk").get("/work-orders/" + done.id()));
        for (String verb : List.of("accept", "start")) {
            again = WorkOrderFixtures.act(world, "technician", again, verb, Map.of());
        }
        WorkOrderFixtures.complete(world, again);
        JsonNode call = Correspondence.items(
                        world.as("desk").get("/follow-ups?status=SCHEDULED").require(200))
                .getFirst();
        assertThat(call.at("/reporter/name").asText()).isEqualTo("王芳");
        assertThat(call.at("/reporter/phone").asText()).isEqualTo("+8613800138000");
        assertThat(call.at("/matter/resolution").asText()).isEqualTo("更换了角阀");
        assertThat(call.at("/round").asInt()).isEqualTo(2);
        assertThat(call.at("/saidLastTime/comment").asText()).isEqualTo("还有点渗水");
        assertThat(call.at("/saidLastTime/resolved").asText()).isEqualTo("PARTLY");
    }
}
