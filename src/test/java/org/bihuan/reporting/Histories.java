package org.bihuan.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;

/** Random lives of orders, lived through the public API and then stretched over weeks, as if they had taken that long. */
final class Histories {
    /** As far back as the oldest begins. */
    static final Duration BACK = Duration.ofDays(75);

    /** From told in one breath to half a week between two steps. */
    private static final List<Integer> STRETCHES = List.of(1, 2000, 6000, 20_000, 100_000, 1_000_000, 20_000_000);

    private static final List<String> KINDS =
            List.of("REPAIR", "REPAIR", "REPAIR", "COMPLAINT", "INQUIRY", "VISIT", "SUGGESTION", "HAZARD");

    private static final List<String> CHANNELS = List.of("CALL", "CALL", "VISIT", "WECHAT", "PORTAL");

    private final World world;
    private final Random random;
    private final Api manager;

    Histories(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        this.manager = world.as("manager");
    }

    void live(int orders, int calls) {
        for (int i = 0; i < orders; i++) {
            live();
        }
        for (int i = 0; i < calls; i++) {
            call();
        }
        stretch();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void live() {
        String kind = any(KINDS);
        Map<String, Object> matter = new HashMap<>(WorkOrderFixtures.matter(world, kind, "需要处理的事情"));
        matter.put("priority", any(List.of("EMERGENCY", "URGENT", "NORMAL", "LOW")));
        matter.put("channel", any(CHANNELS));
        if (kind.equals("REPAIR") && random.nextBoolean()) {
            matter.put("categoryCode", any(List.of("PLUMBING_LEAK", "PLUMBING_BLOCKAGE")));
        }
        if (random.nextInt(4) == 0) {
            matter.remove("location");
        }
        Answer order = manager.post("/work-orders", matter).require(201);
        for (int steps = random.nextInt(18); steps > 0; steps--) {
            order = step(order);
        }
    }

    private Answer step(Answer order) {
        boolean waits = order.text("/status").equals("COMPLETED")
                && !order.text("/followUpId").equals("null");
        if (waits && random.nextInt(4) > 0) {
            ring(order.text("/followUpId"));
        } else if (random.nextInt(12) == 0) {
            manager.post("/work-orders/" + order.id() + "/notes", Map.of("text", "正在处理", "visibility", "PUBLIC"));
        } else {
            act(order);
        }
        return manager.get("/work-orders/" + order.id()).require(200);
    }

    private void act(Answer order) {
        List<String> actions = ApiDocument.texts(order.body().path("allowedActions")).stream()
                .filter(action -> !action.matches("cancel|close|recall|decline|hold") || random.nextInt(4) == 0)
                .toList();
        if (actions.isEmpty()) {
            return;
        }
        String verb = any(actions);
        if (verb.equals("reopen") && random.nextInt(3) == 0) {
            String path = "/my/work-orders/" + order.id();
            Answer own = world.as("owner").get(path);
            world.as("owner").post(path + "/reopen", Map.of("reason", "还在漏"), own);
            return;
        }
        Map<String, Object> body = new HashMap<>(WorkOrderFixtures.bodyOf(world, verb));
        if (verb.equals("dispatch")) {
            body.put("assigneeId", world.id(any(List.of("technician", "technician2"))));
        }
        if (verb.equals("complete") && order.text("/status").equals("REGISTERED")) {
            body.put("code", "ANSWERED_AT_DESK");
        }
        manager.post("/work-orders/" + order.id() + "/" + verb, body, order);
    }

    private void ring(String followUp) {
        Answer present = world.as("desk").get("/follow-ups/" + followUp).require(200);
        String outcome = any(List.of("REACHED", "REACHED", "REACHED", "NO_ANSWER", "NO_ANSWER", "BUSY", "REFUSED"));
        Map<String, Object> attempt = new LinkedHashMap<>(Map.of("outcome", outcome));
        if (outcome.equals("REACHED")) {
            attempt.put(
                    "verdict",
                    Map.of(
                            "resolved",
                            any(List.of("YES", "YES", "PARTLY", "NO")),
                            "satisfaction",
                            1 + random.nextInt(5)));
        }
        world.as("desk").post("/follow-ups/" + followUp + "/attempts", attempt, present);
    }

    private void call() {
        Map<String, Object> call = new HashMap<>();
        call.put("communityId", world.id("community"));
        call.put("channel", any(CHANNELS));
        call.put("direction", random.nextInt(6) == 0 ? "OUTBOUND" : "INBOUND");
        call.put(
                "startedAt",
                Instant.now().minusMillis(random.nextLong(BACK.toMillis())).toString());
        if (random.nextInt(4) > 0) {
            call.put("ringSeconds", random.nextInt(30));
        }
        if (random.nextInt(6) == 0) {
            call.put("workOrders", List.of(Map.of("kind", "INQUIRY", "description", "问停车费")));
        }
        world.as("desk").post("/interactions", call).require(201);
    }

    private void stretch() {
        List<JsonNode> rows = Rows.select("""
            select w.id, w.created_at as at, max(t.at) as last
            from work_order w join timeline_entry t on t.company_id = w.company_id and t.work_order_id = w.id
            where w.community_id = cast(? as uuid) group by 1, 2 order by 1
            """, world.id("community"));
        try (Connection connection = Rows.connect()) {
            Stretching stretching = new Stretching(connection);
            for (JsonNode row : rows) {
                Instant began = Instant.parse(row.path("at").asText());
                long lasted = Duration.between(
                                began, Instant.parse(row.path("last").asText()))
                        .toMillis();
                // To the millisecond, like everything that the application writes down.
                Instant base =
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(random.nextLong(BACK.toMillis()));
                long room = Duration.between(base, Instant.now()).toMillis();
                long by = Math.min(any(STRETCHES), lasted == 0 ? 1 : Math.max(1, room / (lasted + 1)));
                stretching.stretch(row.path("id").asText(), began, base, by);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
