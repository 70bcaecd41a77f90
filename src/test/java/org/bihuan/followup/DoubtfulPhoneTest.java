package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** A number that reached somebody else is doubted until somebody has heard that it is right. */
@HttpTest
class DoubtfulPhoneTest {
    private final World world = World.fresh();

    private Answer wrongNumber(Answer followUp) {
        Answer wrong = FollowUps.attempted(world, followUp, "WRONG_NUMBER");
        assertThat(wrong.text("/reporter/phoneDoubtful")).isEqualTo("true");
        return wrong;
    }

    private String doubtful(Answer followUp) {
        return FollowUps.read(world, followUp.id()).text("/reporter/phoneDoubtful");
    }

    private Answer resident(String id) {
        return world.as("desk").get("/residents/" + id).require(200);
    }

    private void patchReporter(Answer order, Map<String, ?> reporter) {
        world.as("desk")
                .patch("/work-orders/" + order.id(), Map.of("reporter", reporter), order)
                .require(200);
    }

    /** Of somebody who is not in the registry. */
    private Answer ofAStranger() {
        Map<String, Object> matter = new HashMap<>(WorkOrderFixtures.matter(world, "COMPLAINT", "楼上太吵"));
        matter.put("reporter", Map.of("name", "路人", "phone", "13700137000"));
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        return FollowUps.of(
                world,
                WorkOrderFixtures.act(
                        world, "desk2", order, "complete", Map.of("resolution", "已答复", "code", "ANSWERED_AT_DESK")));
    }

    @Test
    void whoIsReachedThereLaterClearsIt() {
        Answer followUp = wrongNumber(FollowUps.ofARepair(world));
        FollowUps.attempt(world, "desk", followUp, FollowUps.reached("YES", 5, ""))
                .require(200);

        assertThat(doubtful(followUp)).isEqualTo("false");
        assertThat(resident(world.id("resident")).text("/phoneDoubtful")).isEqualTo("false");
    }

    @Test
    void whoAsksForAnotherTimeIsAtTheRightNumber() {
        Answer followUp = wrongNumber(ofAStranger());
        String later = Instant.now().plus(Duration.ofHours(3)).toString();
        FollowUps.attempt(world, "desk", followUp, Map.of("outcome", "CALL_BACK", "callBackAt", later))
                .require(200);

        assertThat(doubtful(followUp)).isEqualTo("false");
    }

    @Test
    void theResidentsNumberGivenAgainClearsItAlsoWhenItIsTheSame() {
        Answer followUp = wrongNumber(FollowUps.ofARepair(world));
        Answer resident = resident(world.id("resident"));
        assertThat(resident.text("/phoneDoubtful")).isEqualTo("true");
        world.as("desk")
                .patch("/residents/" + resident.id(), Map.of("name", "王芳"), resident)
                .require(200);
        assertThat(doubtful(followUp)).isEqualTo("true");
        world.as("desk")
                .patch("/residents/" + resident.id(), Map.of("phone", "138 0013 8000"), resident(resident.id()))
                .require(200);

        assertThat(doubtful(followUp)).isEqualTo("false");
    }

    @Test
    void theReportersNumberGivenAgainClearsIt() {
        Answer registered = wrongNumber(FollowUps.ofARepair(world));
        patchReporter(FollowUps.order(world, registered), Map.of("phone", "13800138000"));
        assertThat(doubtful(registered)).isEqualTo("false");

        Answer stranger = wrongNumber(ofAStranger());
        patchReporter(FollowUps.order(world, stranger), Map.of("phone", "+8613700137000"));
        assertThat(doubtful(stranger)).isEqualTo("false");
        wrongNumber(FollowUps.read(world, stranger.id()));
    }

    @Test
    void anotherNumberOfTheReporterIsNotTheOneThatWasWrong() {
        Answer followUp = wrongNumber(ofAStranger());
        patchReporter(FollowUps.order(world, followUp), Map.of("phone", "13700137001"));

        assertThat(doubtful(followUp)).isEqualTo("false");
        assertThat(FollowUps.read(world, followUp.id()).text("/attempts/0/phone"))
                .isEqualTo("+8613700137000");
    }

    @Test
    void anotherFamilyWithTheSameNumberIsNotDoubted() {
        String neighbour = world.resident("赵敏", "13800138000", "neighbour");
        wrongNumber(FollowUps.ofARepair(world));

        assertThat(resident(neighbour).text("/phoneDoubtful")).isEqualTo("false");
    }
}
