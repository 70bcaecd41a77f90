package org.bihuan.followup;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;

/** Follow-ups and what happens to them, through the public API. */
final class FollowUps {
    private FollowUps() {}

    /** The one of a repair that the technician has just done. */
    static Answer ofARepair(World world) {
        return of(world, WorkOrderFixtures.completed(world));
    }

    static Answer of(World world, Answer order) {
        return read(world, order.text("/followUpId"));
    }

    static Answer read(World world, String id) {
        return world.as("desk").get("/follow-ups/" + id).require(200);
    }

    static Answer order(World world, Answer followUp) {
        return world.as("desk")
                .get("/work-orders/" + followUp.text("/workOrderId"))
                .require(200);
    }

    /** Answered at the desk by the first of the two clerks. */
    static Answer answered(World world, String kind) {
        Answer order = WorkOrderFixtures.registered(world, kind);
        return WorkOrderFixtures.act(
                world, "desk", order, "complete", Map.of("resolution", "已答复", "code", "ANSWERED_AT_DESK"));
    }

    static Answer attempt(World world, String person, Answer followUp, Map<String, ?> attempt) {
        return world.as(person).post("/follow-ups/" + followUp.id() + "/attempts", attempt, followUp);
    }

    static Answer attempted(World world, Answer followUp, String outcome) {
        return attempt(world, "desk", followUp, Map.of("outcome", outcome)).require(200);
    }

    static Map<String, Object> reached(String resolved, int satisfaction, String comment) {
        return Map.of(
                "outcome",
                "REACHED",
                "verdict",
                Map.of("resolved", resolved, "satisfaction", satisfaction, "comment", comment));
    }

    /** The types of the lines of an order's history, oldest first. */
    static List<String> history(World world, Answer followUp) {
        var items = world.as("desk")
                .get("/work-orders/" + followUp.text("/workOrderId") + "/timeline")
                .require(200)
                .body()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(line -> line.get("type").asText())
                .toList();
    }
}
