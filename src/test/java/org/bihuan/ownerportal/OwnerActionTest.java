package org.bihuan.ownerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.ownerportal.OwnerFixtures.act;
import static org.bihuan.ownerportal.OwnerFixtures.mine;
import static org.bihuan.ownerportal.OwnerFixtures.reported;
import static org.bihuan.testing.ApiDocument.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** What owners may do to their matters, and when. */
@HttpTest
class OwnerActionTest {
    private final World world = World.first();
    private final Api owner = world.as("owner");

    @Test
    void whatIsNotSettledIsReopened() {
        Answer open = mine(WorkOrderFixtures.inProgress(world));
        Answer refused = owner.post("/my/work-orders/" + open.id() + "/reopen", Map.of("reason", "?"), open)
                .require(409);
        assertThat(refused.text("/currentStatus")).isEqualTo("IN_PROGRESS");
        assertThat(texts(refused.body().at("/allowedActions"))).containsExactly("urge", "notes");
        Answer done = mine(WorkOrderFixtures.completed(world));
        assertThat(texts(done.body().at("/allowedActions"))).containsExactly("reopen", "rate", "notes");
        act(done, "reopen", Map.of("reason", "还在漏")).require(428);
        Answer reopened = owner.post("/my/work-orders/" + done.id() + "/reopen", Map.of("reason", "还在漏"), done)
                .require(200);
        assertThat(reopened.text("/status")).isEqualTo("REGISTERED");
        assertThat(reopened.text("/round")).isEqualTo("2");
        assertThat(reopened.raw()).contains("还在漏");
        owner.post("/my/work-orders/" + done.id() + "/reopen", Map.of("reason", "x"), done)
                .require(412);
    }

    @Test
    void aClosedMatterCanBeReopenedAndRatedButNotUrged() {
        Answer closed = mine(WorkOrderFixtures.closed(world));
        assertThat(closed.text("/closingReason")).isEqualTo("WAIVED");
        assertThat(closed.text("/nextStep")).contains("重新打开");
        assertThat(texts(closed.body().at("/allowedActions"))).containsExactly("reopen", "rate");
        act(closed, "urge", Map.of()).require(409);
        act(closed, "notes", Map.of("text", "谢谢")).require(409);
        owner.post("/my/work-orders/" + closed.id() + "/reopen", Map.of("reason", "又漏了"), closed)
                .require(200);
    }

    @Test
    void aRatingIsTheOwnersWordAndDoesNotTakeThePlaceOfTheFollowUp() {
        Answer open = WorkOrderFixtures.registered(world);
        act(open, "rate", Map.of("satisfaction", 5)).require(409);
        Answer done = WorkOrderFixtures.completed(world);
        act(done, "rate", Map.of("satisfaction", 6)).require(422);
        Answer rated =
                act(done, "rate", Map.of("satisfaction", 4, "comment", "师傅很细心")).require(200);
        assertThat(rated.text("/status")).isEqualTo("COMPLETED");
        Answer staff = world.as("desk").get("/work-orders/" + done.id()).require(200);
        assertThat(staff.text("/followUpId")).isEqualTo(done.text("/followUpId"));
        JsonNode line = world.as("desk")
                .get("/work-orders/" + done.id() + "/timeline")
                .require(200)
                .body()
                .at("/items")
                .valueStream()
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(line.at("/type").asText()).isEqualTo("OWNER_RATING");
        assertThat(line.at("/data/satisfaction").asInt()).isEqualTo(4);
        assertThat(line.at("/actor/role").asText()).isEqualTo("OWNER");
    }

    @Test
    void anOwnerUrgesOnceAnHour() {
        Answer order = reported();
        Answer urged = act(order, "urge", Map.of("note", "水漫到客厅了")).require(200);
        assertThat(urged.raw()).contains("水漫到客厅了");
        Answer again = act(order, "urge", Map.of()).require(409);
        assertThat(again.code()).isEqualTo("URGED_ALREADY");
        assertThat(texts(again.body().at("/allowedActions"))).containsExactly("notes");
        act(order, "notes", Map.of("text", "晚上在家")).require(201);
    }
}
