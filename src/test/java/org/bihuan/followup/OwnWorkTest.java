package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who worked on a matter neither asks about it nor decides that nobody asks. */
@HttpTest
class OwnWorkTest {
    private final World world = World.first();
    private String handyId = "";
    private Api handy = Api.nobody();

    /** Somebody who runs the desk and also does repairs. */
    @BeforeEach
    void aHandyManager() {
        String username = "handy." + UUID.randomUUID();
        handyId = world.as("admin")
                .post(
                        "/accounts",
                        Map.of(
                                "username",
                                username,
                                "displayName",
                                "万能师傅",
                                "password",
                                World.PASSWORD,
                                "roles",
                                List.of("TECHNICIAN", "FRONT_DESK", "MANAGER"),
                                "communityIds",
                                List.of(world.id("community"))))
                .require(201)
                .id();
        handy = Api.nobody().signedIn(username, World.PASSWORD);
    }

    private Answer act(Api person, Answer order, String verb, Map<String, ?> body) {
        return person.post("/work-orders/" + order.id() + "/" + verb, body, order)
                .require(200);
    }

    /** The handy one begins it, the technician takes over and finishes it. */
    private Answer begunByOneFinishedByAnother() {
        Answer order = WorkOrderFixtures.registered(world);
        order = act(world.as("desk"), order, "dispatch", Map.of("assigneeId", handyId));
        order = act(handy, order, "accept", Map.of());
        order = act(handy, order, "start", Map.of());
        order = act(world.as("desk"), order, "dispatch", Map.of("assigneeId", world.id("technician")));
        order = act(world.as("technician"), order, "accept", Map.of());
        order = act(world.as("technician"), order, "start", Map.of());
        return WorkOrderFixtures.complete(world, order);
    }

    private Answer refused(String path, Map<String, ?> body, Answer version) {
        Answer refusal = handy.post(path, body, version).require(403);
        assertThat(refusal.code()).isEqualTo("OWN_WORK");
        return refusal;
    }

    @Test
    void whoBeganTheWorkMayNotAskThoughAnotherFinishedIt() {
        Answer order = begunByOneFinishedByAnother();
        Answer followUp = handy.get("/follow-ups/" + order.text("/followUpId")).require(200);

        assertThat(followUp.body().get("allowedActions")).isEmpty();
        refused("/follow-ups/" + followUp.id() + "/attempts", Map.of("outcome", "BUSY"), followUp);
    }

    @Test
    void aManagerDoesNotWaiveTheCallAboutTheirOwnWork() {
        Answer order = begunByOneFinishedByAnother();
        Answer followUp = handy.get("/follow-ups/" + order.text("/followUpId")).require(200);

        refused("/follow-ups/" + followUp.id() + "/waive", Map.of("reason", "不必打"), followUp);
        refused("/work-orders/" + order.id() + "/close", Map.of("reason", "不必打"), order);
        assertThat(actions(handy, order)).contains("reopen").doesNotContain("close");
        assertThat(actions(world.as("manager"), order)).contains("close");
    }

    @Test
    void inTheNextRoundTheyMay() {
        Answer order = begunByOneFinishedByAnother();
        order = act(world.as("desk"), order, "reopen", Map.of("reason", "又漏了"));
        order = WorkOrderFixtures.dispatch(world, order);
        order = act(world.as("technician"), order, "accept", Map.of());
        order = act(world.as("technician"), order, "start", Map.of());
        order = WorkOrderFixtures.complete(world, order);
        Answer followUp = handy.get("/follow-ups/" + order.text("/followUpId")).require(200);

        handy.post("/follow-ups/" + followUp.id() + "/attempts", Map.of("outcome", "BUSY"), followUp)
                .require(200);
    }

    private static String actions(Api person, Answer order) {
        return person.get("/work-orders/" + order.id())
                .require(200)
                .body()
                .get("allowedActions")
                .toString();
    }
}
