package org.bihuan.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;

/** Work orders in whatever status a test needs, brought there through the public API. */
public final class WorkOrderFixtures {
    private WorkOrderFixtures() {}

    public static Map<String, Object> repair(World world) {
        return matter(world, "REPAIR", "厨房水管漏水");
    }

    public static Map<String, Object> matter(World world, String kind, String description) {
        Map<String, Object> matter = new LinkedHashMap<>();
        matter.put("communityId", world.id("community"));
        matter.put("kind", kind);
        matter.put("description", description);
        matter.put("location", Map.of("unitId", world.id("unit"), "position", "厨房"));
        matter.put("reporter", Map.of("residentId", world.id("resident")));
        matter.put("priority", "NORMAL");
        matter.put("channel", "CALL");
        return matter;
    }

    public static Answer registered(World world) {
        return registered(world, "REPAIR");
    }

    public static Answer registered(World world, String kind) {
        return world.as("desk")
                .post("/work-orders", matter(world, kind, "需要处理的事情"))
                .require(201);
    }

    public static Answer dispatched(World world) {
        return dispatch(world, registered(world));
    }

    public static Answer dispatch(World world, Answer order) {
        return act(world, "desk", order, "dispatch", Map.of("assigneeId", world.id("technician")));
    }

    public static Answer accepted(World world) {
        return act(world, "technician", dispatched(world), "accept", Map.of());
    }

    public static Answer inProgress(World world) {
        return act(world, "technician", accepted(world), "start", Map.of());
    }

    public static Answer completed(World world) {
        return complete(world, inProgress(world));
    }

    public static Answer complete(World world, Answer order) {
        return act(world, "technician", order, "complete", Map.of("resolution", "更换了角阀", "labourMinutes", 30));
    }

    public static Answer onHold(World world, Answer order) {
        String who = order.text("/status").equals("REGISTERED") ? "desk" : "technician";
        return act(world, who, order, "hold", hold());
    }

    public static Map<String, Object> hold() {
        return Map.of(
                "reasonCode",
                "WAITING_PARTS",
                "note",
                "等配件",
                "nextCheckAt",
                Instant.now().plusSeconds(86_400).toString());
    }

    public static Answer closed(World world) {
        return act(world, "manager", completed(world), "close", Map.of("reason", "业主当面确认"));
    }

    public static Answer cancelled(World world) {
        return act(world, "desk", registered(world), "cancel", Map.of("reason", "重复报修"));
    }

    /** One verb, which must succeed. */
    public static Answer act(World world, String person, Answer order, String verb, Map<String, ?> body) {
        return world.as(person)
                .post("/work-orders/" + order.id() + "/" + verb, body, order)
                .require(200);
    }

    /** A body each verb accepts. */
    public static Map<String, Object> bodyOf(World world, String verb) {
        return switch (verb) {
            case "dispatch" -> Map.of("assigneeId", world.id("technician2"));
            case "accept", "start", "resume" -> Map.of();
            case "decline", "recall", "cancel", "reopen", "close" -> Map.of("reason", "有原因");
            case "hold" -> hold();
            case "complete" -> Map.of("resolution", "处理好了", "materials", List.of());
            case "refer" -> Map.of("to", "供热公司", "advice", "请拨打供热公司电话");
            default -> throw new IllegalArgumentException(verb);
        };
    }
}
