package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HttpTest
class FollowUpAttemptTest {
    private final World world = World.first();

    @Inject
    DataSource database;

    @Test
    void aCompletedRepairIsToBeFollowedUpWithAllTheCallerNeeds() {
        Answer order = WorkOrderFixtures.completed(world);
        Answer followUp = FollowUps.of(world, order);

        assertThat(order.text("/status")).isEqualTo("COMPLETED");
        assertThat(followUp.text("/status")).isEqualTo("SCHEDULED");
        assertThat(followUp.text("/workOrderId")).isEqualTo(order.id());
        assertThat(followUp.text("/workOrderNumber")).isEqualTo(order.text("/number"));
        assertThat(followUp.text("/policyReason")).isEqualTo("REPAIR");
        assertThat(followUp.text("/reporter/name")).isEqualTo("王芳");
        assertThat(followUp.text("/reporter/phone")).isEqualTo("+8613800138000");
        assertThat(followUp.text("/matter/resolution")).isEqualTo("更换了角阀");
        assertThat(followUp.body().get("attempts")).isEmpty();
        assertThat(followUp.body().get("verdict").isNull()).isTrue();
        assertThat(Instant.parse(followUp.text("/dueAt"))).isAfter(Instant.parse(followUp.text("/notBefore")));
        assertThat(followUp.etag()).isEqualTo("\"v" + followUp.text("/version") + "\"");
    }

    @Test
    void whatIsFixedIsClosedAsVerifiedByWhoRang() {
        Answer done = FollowUps.attempt(world, "desk", FollowUps.ofARepair(world), FollowUps.reached("YES", 5, "很满意"))
                .require(200);

        assertThat(done.text("/status")).isEqualTo("DONE");
        assertThat(done.text("/verdict/resolved")).isEqualTo("YES");
        assertThat(done.text("/verdict/comment")).isEqualTo("很满意");
        assertThat(done.text("/attempts/0/by/id")).isEqualTo(world.id("desk"));
        Answer order = FollowUps.order(world, done);
        assertThat(order.text("/closing/reason")).isEqualTo("VERIFIED");
        assertThat(order.text("/closing/by/id")).isEqualTo(world.id("desk"));
        assertThat(FollowUps.history(world, done))
                .endsWith("COMPLETE", "FOLLOW_UP_SCHEDULED", "FOLLOW_UP_ATTEMPT", "CLOSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "PARTLY"})
    void whatIsNotFixedGoesIntoTheNextRound(String resolved) {
        Answer done = FollowUps.attempt(
                        world, "desk", FollowUps.ofARepair(world), FollowUps.reached(resolved, 2, "还在滴水"))
                .require(200);

        assertThat(done.text("/status")).isEqualTo("DONE");
        assertThat(done.text("/verdict/resolved")).isEqualTo(resolved);
        Answer order = FollowUps.order(world, done);
        assertThat(order.text("/status")).isEqualTo("REGISTERED");
        assertThat(order.text("/round")).isEqualTo("2");
        assertThat(order.body().get("followUpId").isNull()).isTrue();
        assertThat(FollowUps.history(world, done)).endsWith("FOLLOW_UP_ATTEMPT", "REOPEN");
        assertThat(FollowUps.read(world, done.id()).text("/status")).isEqualTo("DONE");
    }

    @Test
    void aReopenedMatterIsFollowedUpAgainAndAsCritical() {
        Answer first = FollowUps.attempt(world, "desk", FollowUps.ofARepair(world), FollowUps.reached("NO", 1, ""))
                .require(200);
        Answer order = WorkOrderFixtures.dispatch(world, FollowUps.order(world, first));
        order = WorkOrderFixtures.act(world, "technician", order, "accept", Map.of());
        order = WorkOrderFixtures.act(world, "technician", order, "start", Map.of());
        Answer second = FollowUps.of(world, WorkOrderFixtures.complete(world, order));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.text("/round")).isEqualTo("2");
        assertThat(second.text("/policyReason")).isEqualTo("REOPENED");
        assertThat(FollowUps.read(world, first.id())
                        .body()
                        .at("/matter/resolution")
                        .isNull())
                .isTrue();
    }

    @Test
    void whoIsNotReachedInThreeAttemptsIsUnreachable() {
        Answer followUp = FollowUps.ofARepair(world);
        String due = followUp.text("/dueAt");
        for (String outcome : List.of("NO_ANSWER", "BUSY")) {
            followUp = FollowUps.attempted(world, followUp, outcome);
            assertThat(followUp.text("/status")).isEqualTo("SCHEDULED");
            assertThat(followUp.text("/dueAt")).isEqualTo(due);
            assertThat(Instant.parse(followUp.text("/notBefore"))).isAfter(Instant.now());
            assertThat(followUp.text("/callNow")).isEqualTo("false");
        }
        followUp = FollowUps.attempted(world, followUp, "NO_ANSWER");

        assertThat(followUp.text("/status")).isEqualTo("EXHAUSTED");
        assertThat(followUp.body().get("attempts")).hasSize(3);
        assertThat(FollowUps.order(world, followUp).text("/closing/reason")).isEqualTo("UNREACHABLE");
    }

    @Test
    void whoDoesNotWishToBeAskedIsLeftAlone() {
        Answer done = FollowUps.attempted(world, FollowUps.ofARepair(world), "REFUSED");

        assertThat(done.text("/status")).isEqualTo("DONE");
        assertThat(done.body().get("verdict").isNull()).isTrue();
        assertThat(FollowUps.order(world, done).text("/closing/reason")).isEqualTo("REFUSED");
    }

    @Test
    void anAgreedTimeIsKept() {
        Answer followUp = FollowUps.ofARepair(world);
        Instant at = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        String agreed = at.toString();
        Answer later = FollowUps.attempt(
                        world, "desk", followUp, Map.of("outcome", "CALL_BACK", "callBackAt", agreed, "note", "晚上再打"))
                .require(200);

        assertThat(later.text("/notBefore")).isEqualTo(agreed);
        assertThat(Instant.parse(later.text("/dueAt"))).isEqualTo(at.plus(Duration.ofHours(1)));
        assertThat(later.text("/originalDueAt")).isEqualTo(followUp.text("/dueAt"));
        assertThat(later.text("/attempts/0/callBackAt")).isEqualTo(agreed);
        assertThat(later.text("/attempts/0/note")).isEqualTo("晚上再打");
        assertThat(later.text("/notReached")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"outcome":"REACHED"}                                                              | /verdict
            {"outcome":"REACHED","verdict":{"resolved":"YES"}}                                 | /verdict/satisfaction
            {"outcome":"REACHED","verdict":{"resolved":"YES","satisfaction":6}}                | /verdict/satisfaction
            {"outcome":"REACHED","verdict":{"resolved":"MAYBE","satisfaction":5}}              | /verdict/resolved
            {"outcome":"BUSY","verdict":{"resolved":"YES","satisfaction":5}}                   | /verdict
            {"outcome":"CALL_BACK"}                                                            | /callBackAt
            {"outcome":"CALL_BACK","callBackAt":"2020-01-01T00:00:00Z"}                        | /callBackAt
            {"outcome":"BUSY","callBackAt":"2199-01-01T00:00:00Z"}                             | /callBackAt
            {"outcome":"SHRUGGED"}                                                             | /outcome
            {}                                                                                 | /outcome
            {"outcome":"BUSY","phone":"what"}                                                  | /phone
            """)
    void anAttemptThatContradictsItselfIsRefusedAndChangesNothing(String attempt, String pointer) {
        Answer followUp = FollowUps.ofARepair(world);
        Answer refusal = world.as("desk").post("/follow-ups/" + followUp.id() + "/attempts", attempt, followUp);

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(FollowUps.read(world, followUp.id()).etag()).isEqualTo(followUp.etag());
    }

    @Test
    void whoAnsweredAMatterMayNotAskAboutItButSomebodyElseMay() {
        Answer followUp = FollowUps.of(world, FollowUps.answered(world, "COMPLAINT"));
        Answer refusal = FollowUps.attempt(world, "desk", followUp, Map.of("outcome", "BUSY"));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.code()).isEqualTo("OWN_WORK");
        assertThat(followUp.body().get("allowedActions")).isEmpty();
        FollowUps.attempt(world, "desk2", followUp, Map.of("outcome", "BUSY")).require(200);
    }

    @Test
    void whoRecordedACompletionForSomebodyMayAsk() {
        Answer order = WorkOrderFixtures.inProgress(world);
        order = WorkOrderFixtures.act(world, "desk", order, "complete", Map.of("resolution", "师傅来电：修好了"));

        FollowUps.attempt(world, "desk", FollowUps.of(world, order), FollowUps.reached("YES", 4, ""))
                .require(200);
    }

    @Test
    void whatHasEndedTakesNoMoreAttempts() {
        Answer done = FollowUps.attempted(world, FollowUps.ofARepair(world), "REFUSED");
        Answer refusal = FollowUps.attempt(world, "desk", done, Map.of("outcome", "BUSY"));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("FOLLOW_UP_ENDED");
        assertThat(refusal.text("/currentStatus")).isEqualTo("DONE");
        assertThat(refusal.body().get("allowedActions")).isEmpty();
    }

    @Test
    void anAttemptNamesTheVersionItMeans() {
        Answer followUp = FollowUps.ofARepair(world);
        String path = "/follow-ups/" + followUp.id() + "/attempts";
        FollowUps.attempted(world, followUp, "BUSY");

        assertThat(world.as("desk").post(path, Map.of("outcome", "BUSY")).status())
                .isEqualTo(428);
        Answer stale = world.as("desk").post(path, Map.of("outcome", "BUSY"), followUp);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(FollowUps.read(world, followUp.id()).body().get("attempts")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update follow_up_attempt set note = 'x'",
                "delete from follow_up_attempt",
                "delete from follow_up"
            })
    void theApplicationCannotRewriteWhatWasTried(String sql) throws SQLException {
        FollowUps.attempted(world, FollowUps.ofARepair(world), "BUSY");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }
}
