package org.bihuan.durability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.bihuan.testing.Api.Answer;

/** Opens matters and carries them on, one after the other, each to some point of its life. */
final class Clerk {
    private final Installation house;
    private final Ledger ledger;
    private final StubbornClient client;
    private final Random random;

    Clerk(Installation house, Ledger ledger, long seed) {
        this.house = house;
        this.ledger = ledger;
        this.client = new StubbornClient(ledger);
        this.random = new Random(seed);
    }

    /** What was begun is finished, so that no answer is missing in the end. */
    void workUntil(BooleanSupplier closingTime) {
        while (!closingTime.getAsBoolean()) {
            try {
                if (random.nextInt(4) == 0) {
                    takeACall();
                } else {
                    carry(register(), random.nextInt(7));
                }
            } catch (AssertionError e) {
                ledger.surprise(String.valueOf(e.getMessage()));
            }
        }
    }

    private Map<String, Object> matter() {
        Map<String, Object> matter = new LinkedHashMap<>();
        matter.put("kind", random.nextInt(3) == 0 ? "COMPLAINT" : "REPAIR");
        matter.put("description", "厨房水管漏水");
        matter.put("location", Map.of("unitId", house.id("unit")));
        matter.put("priority", random.nextBoolean() ? "URGENT" : "NORMAL");
        return matter;
    }

    private Answer register() {
        Map<String, Object> matter = matter();
        matter.put("communityId", house.id("community"));
        matter.put("reporter", Map.of("name", "王芳", "phone", "13800138000"));
        Answer order = client.post(house.as("desk"), "/work-orders", matter).require(201);
        ledger.acknowledge(order.id(), "REGISTER", order.text("/status"));
        return order;
    }

    /** One call about two matters. */
    private void takeACall() {
        Map<String, Object> call = Map.of(
                "communityId",
                house.id("community"),
                "channel",
                "CALL",
                "direction",
                "INBOUND",
                "startedAt",
                "2026-11-23T01:12:00Z",
                "caller",
                Map.of("name", "王芳", "phone", "13800138000", "unitCode", "3-2-1202"),
                "workOrders",
                List.of(matter(), matter()));
        Answer logged = client.post(house.as("desk"), "/interactions", call).require(201);
        ledger.acknowledgeInteraction(logged.id(), 2);
        for (int i = 0; i < 2; i++) {
            ledger.acknowledge(
                    logged.text("/workOrders/" + i + "/id"), "REGISTER", logged.text("/workOrders/" + i + "/status"));
        }
    }

    private void carry(Answer registered, int steps) {
        Answer order = registered;
        if (steps == 1) {
            act("desk", order, "cancel", Map.of("reason", "重复报修"));
        }
        order = steps < 2 ? order : act("desk", order, "dispatch", Map.of("assigneeId", house.id("technician")));
        order = steps < 3 ? order : act("technician", order, "accept", Map.of());
        order = steps < 4 ? order : act("technician", order, "start", Map.of());
        if (steps == 4) {
            note(order);
        }
        order = steps < 5 ? order : act("technician", order, "complete", Map.of("resolution", "更换了角阀"));
        if (steps == 6) {
            ring(order, random.nextBoolean());
        }
    }

    private Answer act(String person, Answer order, String verb, Map<String, ?> body) {
        Answer moved = client.post(
                        house.as(person).with("If-Match", order.etag()),
                        "/work-orders/" + order.id() + "/" + verb,
                        body)
                .require(200);
        ledger.acknowledge(order.id(), verb.toUpperCase(java.util.Locale.ROOT), moved.text("/status"));
        return moved;
    }

    private void note(Answer order) {
        client.post(
                        house.as("desk"),
                        "/work-orders/" + order.id() + "/notes",
                        Map.of("text", "业主下午在家", "visibility", "INTERNAL"))
                .require(201);
        ledger.acknowledge(order.id(), "NOTE", order.text("/status"));
    }

    /** The call after the work: content and closed, or not and open again. */
    private void ring(Answer order, boolean content) {
        Map<String, Object> verdict = Map.of("resolved", content ? "YES" : "NO", "satisfaction", content ? 5 : 2);
        client.post(
                        house.as("desk").with("If-Match", "\"v0\""),
                        "/follow-ups/" + order.text("/followUpId") + "/attempts",
                        Map.of("outcome", "REACHED", "verdict", verdict))
                .require(200);
        ledger.acknowledge(order.id(), "FOLLOW_UP_ATTEMPT", content ? "CLOSED" : "REGISTERED");
    }
}
