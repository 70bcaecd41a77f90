package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HttpTest
class FollowUpEndingTest {
    private final World world = World.first();

    @Inject
    Heard heard;

    @ApplicationScoped
    static class Heard {
        private final List<OwnerDissatisfied> events = new CopyOnWriteArrayList<>();

        void hear(@Observes OwnerDissatisfied event) {
            events.add(event);
        }

        List<String> about(String followUp) {
            return events.stream()
                    .filter(event -> event.followUp().toString().equals(followUp))
                    .map(event -> event.order().closingReason() + " " + event.satisfaction() + " " + event.comment())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VISIT", "INQUIRY", "SUGGESTION"})
    void whatThePolicyDoesNotAskAboutClosesWithItsCompletion(String kind) {
        Answer order = FollowUps.answered(world, kind);

        assertThat(order.text("/status")).isEqualTo("CLOSED");
        assertThat(order.text("/closing/reason")).isEqualTo("NOT_SAMPLED");
        assertThat(order.body().at("/closing/by").isNull()).isTrue();
        assertThat(order.body().get("followUpId").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT,COMPLAINT", "HAZARD,HAZARD"})
    void complaintsAndHazardsAreAlwaysAskedAbout(String kind, String reason) {
        Answer order = WorkOrderFixtures.registered(world, kind);
        order = WorkOrderFixtures.dispatch(world, order);
        order = WorkOrderFixtures.act(world, "technician", order, "accept", Map.of());
        order = WorkOrderFixtures.act(world, "technician", order, "start", Map.of());

        assertThat(FollowUps.of(world, WorkOrderFixtures.complete(world, order)).text("/policyReason"))
                .isEqualTo(reason);
    }

    @Test
    void whoWasReferredElsewhereIsStillRungBack() {
        Answer order = WorkOrderFixtures.act(
                world,
                "desk",
                WorkOrderFixtures.registered(world, "INQUIRY"),
                "refer",
                WorkOrderFixtures.bodyOf(world, "refer"));

        assertThat(FollowUps.of(world, order).text("/policyReason")).isEqualTo("REFERRED");
    }

    @Test
    void fixedButUnhappyTellsTheManager() {
        Answer done = FollowUps.attempt(world, "desk", FollowUps.ofARepair(world), FollowUps.reached("YES", 2, "拖了三天"))
                .require(200);

        assertThat(FollowUps.order(world, done).text("/closing/reason")).isEqualTo("VERIFIED");
        assertThat(heard.about(done.id())).containsExactly("VERIFIED 2 拖了三天");
        assertThat(FollowUps.history(world, done)).endsWith("FOLLOW_UP_ATTEMPT", "OWNER_DISSATISFIED", "CLOSE");
    }

    @Test
    void fixedAndContentTellsNobody() {
        Answer done = FollowUps.attempt(world, "desk", FollowUps.ofARepair(world), FollowUps.reached("YES", 3, "还行"))
                .require(200);

        assertThat(heard.about(done.id())).isEmpty();
        assertThat(FollowUps.history(world, done)).doesNotContain("OWNER_DISSATISFIED");
    }

    @Test
    void aManagerMayDoWithoutTheCallAndSaysWhy() {
        Answer followUp = FollowUps.ofARepair(world);
        String path = "/follow-ups/" + followUp.id() + "/waive";
        assertThat(world.as("desk")
                        .post(path, Map.of("reason", "不想打"), followUp)
                        .status())
                .isEqualTo(403);
        assertThat(world.as("manager")
                        .post(path, Map.of("reason", " "), followUp)
                        .status())
                .isEqualTo(422);
        Answer waived = world.as("manager")
                .post(path, Map.of("reason", "业主当面确认"), followUp)
                .require(200);

        assertThat(waived.text("/status")).isEqualTo("WAIVED");
        assertThat(waived.text("/endedNote")).isEqualTo("业主当面确认");
        Answer order = FollowUps.order(world, waived);
        assertThat(order.text("/closing/reason")).isEqualTo("WAIVED");
        assertThat(order.text("/closing/note")).isEqualTo("业主当面确认");
        assertThat(FollowUps.history(world, waived)).endsWith("FOLLOW_UP_SCHEDULED", "CLOSE");
    }

    @Test
    void closingTheOrderItselfDropsTheCall() {
        Answer order = WorkOrderFixtures.completed(world);
        WorkOrderFixtures.act(world, "manager", order, "close", Map.of("reason", "业主当面确认"));

        Answer followUp = FollowUps.of(world, order);
        assertThat(followUp.text("/status")).isEqualTo("WAIVED");
        assertThat(followUp.body().get("attempts")).isEmpty();
    }

    @Test
    void reopeningBeforeTheCallDropsIt() {
        Answer order = WorkOrderFixtures.completed(world);
        WorkOrderFixtures.act(world, "desk", order, "reopen", Map.of("reason", "业主来电：又漏了"));

        Answer followUp = FollowUps.of(world, order);
        assertThat(followUp.text("/status")).isEqualTo("WAIVED");
        assertThat(followUp.text("/endedNote")).isEqualTo("reopened");
        assertThat(followUp.body().get("verdict").isNull()).isTrue();
    }

    @Test
    void aWrongNumberIsDoubtedAndAnotherOfTheHouseholdProposed() {
        World fresh = World.fresh();
        fresh.resident("王小明", "13900139001", "unit");
        fresh.resident("邻居", "13900139002", "neighbour");
        Answer followUp = FollowUps.ofARepair(fresh);
        assertThat(followUp.body().get("alternativePhones")).isEmpty();

        followUp = FollowUps.attempted(fresh, followUp, "WRONG_NUMBER");

        assertThat(followUp.text("/reporter/phoneDoubtful")).isEqualTo("true");
        assertThat(followUp.body().get("alternativePhones")).hasSize(1);
        assertThat(followUp.text("/alternativePhones/0/name")).isEqualTo("王小明");
        assertThat(followUp.text("/alternativePhones/0/phone")).isEqualTo("+8613900139001");
        assertThat(FollowUps.ofARepair(fresh).text("/reporter/phoneDoubtful")).isEqualTo("true");
        Map<String, String> other = Map.of("outcome", "WRONG_NUMBER", "phone", "139 0013 9001");
        followUp = FollowUps.attempt(fresh, "desk", followUp, other).require(200);
        assertThat(followUp.body().get("alternativePhones")).isEmpty();
    }

    @Test
    void ofManyAttemptsAtOnceOnTheSameVersionOneCounts() throws Exception {
        Answer followUp = FollowUps.ofARepair(world);
        Callable<Integer> ring = () -> FollowUps.attempt(world, "desk", followUp, Map.of("outcome", "BUSY"))
                .status();
        List<Integer> answers = new java.util.ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer :
                    callers.invokeAll(Stream.generate(() -> ring).limit(16).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(FollowUps.read(world, followUp.id()).body().get("attempts")).hasSize(1);
    }

    @Test
    void callingAndReopeningAtOnceNeverBothCount() throws Exception {
        for (int i = 0; i < 5; i++) {
            Answer order = WorkOrderFixtures.completed(world);
            Answer followUp = FollowUps.of(world, order);
            List<Callable<Answer>> race = List.of(
                    () -> FollowUps.attempt(world, "desk", followUp, FollowUps.reached("YES", 5, "")),
                    () -> world.as("manager")
                            .post("/work-orders/" + order.id() + "/reopen", Map.of("reason", "又漏了"), order));
            List<Integer> answers = new java.util.ArrayList<>();
            try (var both = Executors.newFixedThreadPool(2)) {
                for (Future<Answer> answer : both.invokeAll(race)) {
                    answers.add(answer.get().status());
                }
            }
            assertThat(answers).containsOnlyOnce(200).containsAnyOf(409, 412);
        }
    }
}
