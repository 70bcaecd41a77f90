package org.bihuan.notification;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;

/** People with mailboxes, and what they and the desk can see of what was sent to them. */
final class Correspondence {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Correspondence() {}

    static String address(String name) {
        return name + COUNTER.incrementAndGet() + "@example.com";
    }

    /** A resident whom the desk can write to. */
    static String resident(World world, String name, String email) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", name);
        wanted.put("phone", "13900139000");
        wanted.put("email", email);
        wanted.put(
                "occupancies", List.of(Map.of("unitId", world.id("unit"), "relation", "OWNER", "from", "2024-01-01")));
        return world.as("desk").post("/residents", wanted).require(201).id();
    }

    /** An owner's account, in a language. */
    static void account(World world, String resident, String language, String email) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("username", address("owner").replace("@example.com", "." + world.username("o")));
        wanted.put("displayName", "Owner");
        wanted.put("password", World.PASSWORD);
        wanted.put("roles", List.of("OWNER"));
        wanted.put("residentId", resident);
        wanted.put("language", language);
        wanted.put("email", email);
        world.as("desk").post("/accounts", wanted).require(201);
    }

    /** Gives a member of staff an address. */
    static String reachable(World world, String person) {
        String address = address(person.toLowerCase(java.util.Locale.ROOT));
        prefer(world, person, Map.of("email", address));
        return address;
    }

    static Answer prefer(World world, String person, Map<String, ?> wishes) {
        Api api = world.as(person);
        Answer present = api.get("/me/notification-preferences").require(200);
        return api.patch("/me/notification-preferences", wishes, present).require(200);
    }

    static Answer reportedBy(World world, String resident) {
        return reportedBy(world, resident, "NORMAL");
    }

    static Answer reportedBy(World world, String resident, String priority) {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.put("reporter", Map.of("residentId", resident));
        matter.put("priority", priority);
        return world.as("desk").post("/work-orders", matter).require(201);
    }

    static List<JsonNode> log(World world, String order) {
        Answer log = world.as("desk")
                .get("/work-orders/" + order + "/messages?limit=200")
                .require(200);
        return items(log);
    }

    static List<JsonNode> items(Answer list) {
        return StreamSupport.stream(list.body().path("items").spliterator(), false)
                .toList();
    }

    /** The same once nothing of it waits to be sent any more. */
    static List<JsonNode> settled(World world, String order) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> log(world, order),
                        log -> log.stream()
                                .noneMatch(entry -> entry.path("state").asText().equals("QUEUED")));
    }

    /** The entries of one kind, each as its state and the reason for it. */
    static List<String> states(List<JsonNode> log, String kind) {
        return log.stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .map(entry -> entry.path("state").asText()
                        + (entry.path("reason").isNull()
                                ? ""
                                : " " + entry.path("reason").asText()))
                .toList();
    }

    static List<String> kinds(List<JsonNode> log) {
        return log.stream().map(entry -> entry.path("kind").asText()).toList();
    }

    /** The only entry of that kind. */
    static JsonNode only(List<JsonNode> log, String kind) {
        List<JsonNode> found = log.stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one " + kind + " but " + log);
        }
        return found.getFirst();
    }

    static List<String> jobs(String kind, String key) {
        return TestDatabase.column("select state from job where kind = ? and key like ?", kind, key);
    }
}
