package org.bihuan.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.DeadJobs;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;

/** A company in whose texts a secret word stands everywhere, and things of it to try every operation on. */
final class Scene {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Where nobody listens. */
    static final String RECEIVER = "http://127.0.0.1:9/";

    /** Stands in the description of every work order here, url-encoded: 电梯. */
    static final String FOUND_BY = "%E7%94%B5%E6%A2%AF";

    private final World world;
    private final String secret;
    private final Map<String, String> ids = new HashMap<>();

    /** What an operation is tried on: the ids of its path, in order, and its present version. */
    record Subject(List<String> ids, String etag) {
        static final Subject NOTHING = new Subject(List.of(), "");
    }

    Scene(World world, String secret) {
        this.world = world;
        this.secret = secret;
        for (String thing : List.of("community", "building", "unit", "resident", "technician2")) {
            ids.put(thing, world.id(thing));
        }
        whisper("/communities/" + world.id("community"), "address");
        whisper("/companies/current", "name");
        whisper("/residents/" + world.id("resident"), "name");
        for (String person : List.of("desk", "technician", "technician2", "manager")) {
            whisper("/accounts/" + world.id(person), "displayName");
        }
        completed();
        interaction();
    }

    World world() {
        return world;
    }

    String secret() {
        return secret;
    }

    private void whisper(String path, String field) {
        Answer present = world.as("admin").get(path).require(200);
        world.as("admin")
                .patch(path, Map.of(field, secret + COUNTER.incrementAndGet()), present)
                .require(200);
    }

    /** A thing of this company in the state that an operation needs. */
    Subject subject(String name) {
        return subject(name, "desk");
    }

    /** The same, and what everybody has for themselves that of this person. */
    Subject subject(String name, String person) {
        return switch (name) {
            case "message" -> new Subject(List.of(message(person)), "");
            case "view" -> view(person);
            case "preferences" ->
                new Subject(
                        List.of(),
                        world.as(person)
                                .get("/me/notification-preferences")
                                .require(200)
                                .etag());
            case "tracking of something done" -> tracking(completed());
            case "" -> Subject.NOTHING;
            case "current" -> read("admin", "/companies/current");
            case "company" ->
                new Subject(List.of(world.as("admin").get("/companies/current").id()), "");
            case "community", "unit", "resident" -> read("admin", plural(name) + world.id(name));
            case "building" -> building();
            case "estate" -> new Subject(List.of(world.id("community")), "");
            case "account" -> account();
            case "colleague" -> new Subject(List.of(world.id("technician")), "");
            case "absence" -> absence();
            case "day" -> day();
            case "category" -> firstOf("/catalogue/categories");
            case "term" -> firstOf("/catalogue/warranty-terms");
            case "policy" -> firstOf("/policies");
            case "clock policy" -> firstOf("/clock-policies");
            case "dead job" -> deadJob();
            case "interaction" -> of(interaction());
            case "followUp" -> read("desk", "/follow-ups/" + completed().text("/followUpId"));
            case "tracking" -> tracking();
            case "webhook" -> webhook();
            case "delivery" -> delivery();
            case "my matter" -> mine(order());
            case "my completed matter" -> mine(completed());
            default -> of(orderThatIs(name));
        };
    }

    private static String plural(String name) {
        return name.equals("community") ? "/communities/" : "/" + name + "s/";
    }

    private Answer orderThatIs(String state) {
        return switch (state) {
            case "registered" -> order();
            case "dispatched" -> dispatched();
            case "accepted" -> act("technician", dispatched(), "accept");
            case "in progress" -> inProgress();
            case "held" -> act("technician", inProgress(), "hold");
            case "completed" -> completed();
            default -> throw new IllegalArgumentException(state);
        };
    }

    private Answer order() {
        return world.as("desk")
                .post("/work-orders", WorkOrderFixtures.matter(world, "COMPLAINT", secret + "：电梯停了"))
                .require(201);
    }

    private Answer act(String person, Answer order, String verb) {
        return WorkOrderFixtures.act(world, person, order, verb, WorkOrderFixtures.bodyOf(world, verb));
    }

    private Answer dispatched() {
        return WorkOrderFixtures.dispatch(world, order());
    }

    private Answer inProgress() {
        return act("technician", act("technician", dispatched(), "accept"), "start");
    }

    private Answer completed() {
        return WorkOrderFixtures.act(
                world, "technician", inProgress(), "complete", Map.of("resolution", secret + "：已处理"));
    }

    private Answer interaction() {
        return world.as("desk")
                .post(
                        "/interactions",
                        Map.of(
                                "communityId",
                                world.id("community"),
                                "channel",
                                "CALL",
                                "startedAt",
                                "2026-11-23T01:12:00Z",
                                "caller",
                                Map.of("residentId", world.id("resident")),
                                "notes",
                                secret))
                .require(201);
    }

    private Subject building() {
        String community = world.id("community");
        String building = world.id("building");
        Answer answer = world.as("admin")
                .get("/communities/" + community + "/buildings/" + building)
                .require(200);
        return new Subject(List.of(community, building), answer.etag());
    }

    private Subject account() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("username", unique("u"));
        wanted.put("displayName", secret);
        wanted.put("password", World.PASSWORD);
        wanted.put("roles", List.of("TECHNICIAN"));
        wanted.put("communityIds", List.of(world.id("community")));
        return of(world.as("admin").post("/accounts", wanted).require(201));
    }

    private Subject absence() {
        String technician = world.id("technician");
        Map<String, String> wanted =
                Map.of("from", "2026-12-01T00:30:00Z", "to", "2026-12-04T10:00:00Z", "reason", secret);
        Answer made = world.as("desk")
                .post("/accounts/" + technician + "/absences", wanted)
                .require(201);
        return new Subject(List.of(technician, made.id()), made.etag());
    }

    private Subject day() {
        Map<String, String> wanted = Map.of("date", uniqueDay(), "kind", "HOLIDAY", "name", secret);
        return of(world.as("admin").post("/calendar", wanted).require(201));
    }

    private static String uniqueDay() {
        return java.time.LocalDate.of(2030, 1, 1)
                .plusDays(COUNTER.incrementAndGet())
                .toString();
    }

    private Subject firstOf(String collection) {
        Answer list = world.as("admin").get(collection + "?limit=1").require(200);
        return read("admin", collection + "/" + list.text("/items/0/id"));
    }

    /** Nothing in the API makes a job die, so this one is written as the queue leaves them. */
    private Subject deadJob() {
        String id = DeadJobs.add(world, "OF_THE_MATRIX", secret + COUNTER.incrementAndGet());
        return read("admin", "/jobs/" + id);
    }

    /** Something that somebody has been told, written as the application writes it. */
    private String message(String person) {
        String id = UUID.randomUUID().toString();
        TestDatabase.execute(
                """
                insert into message (company_id, id, kind, event_key, recipient_key, work_order_id, account_id, language,
                  channel, state, reason, facts, created_at, not_before)
                select company_id, cast(? as uuid), 'REOPENED', ?, 'account', ?, ?, 'zh-CN', 'INBOX', 'LOGGED',
                  'NO_ADDRESS', jsonb_build_object('NUMBER', '1004273', 'DESCRIPTION', ?), now(), now()
                from account where id = ?
                """,
                UUID.fromString(id),
                id,
                UUID.fromString(order().id()),
                UUID.fromString(world.id(person)),
                secret,
                UUID.fromString(world.id(person)));
        return id;
    }

    private Subject view(String person) {
        Map<String, Object> wanted = Map.of(
                "name", unique(secret), "list", "WORK_ORDERS", "filter", Map.of("q", secret, "status", "REGISTERED"));
        return of(world.as(person.equals("owner") ? "desk" : person)
                .post("/views", wanted)
                .require(201));
    }

    private Subject tracking() {
        return tracking(order());
    }

    private Subject tracking(Answer order) {
        String url =
                world.as("desk").get("/work-orders/" + order.id()).require(200).text("/trackingUrl");
        return new Subject(List.of(url.substring(url.lastIndexOf('/') + 1)), "");
    }

    private Subject webhook() {
        Map<String, Object> wanted = Map.of(
                "url",
                RECEIVER,
                "description",
                secret,
                "eventTypes",
                List.of("message.owner"),
                // where next to nothing happens: it is never reached, and would be tried for everything else
                "communityIds",
                List.of(world.id("elsewhere")));
        return of(world.as("admin").post("/webhooks", wanted).require(201));
    }

    private Subject delivery() {
        String webhook = webhook().ids().getFirst();
        Answer test =
                world.as("admin").post("/webhooks/" + webhook + "/test", null).require(201);
        return new Subject(List.of(webhook, test.id()), "");
    }

    private Subject mine(Answer order) {
        return read("owner", "/my/work-orders/" + order.id());
    }

    private Subject read(String person, String path) {
        return of(world.as(person).get(path).require(200));
    }

    private static Subject of(Answer answer) {
        return new Subject(List.of(answer.id()), answer.etag());
    }

    static String unique(String prefix) {
        return prefix + COUNTER.incrementAndGet() + "."
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The ids of things that are named in queries. */
    Map<String, String> idsByParameter() {
        return Map.of(
                "communityId", world.id("community"),
                "buildingId", world.id("building"),
                "unitId", world.id("unit"),
                "assigneeId", world.id("technician"));
    }

    /** An example with the ids of this company in the place of its own, and names nobody has yet. */
    JsonNode inhabited(JsonNode example) {
        JsonNode body = example.deepCopy();
        inhabit(body);
        return body;
    }

    private void inhabit(JsonNode node) {
        node.forEach(this::inhabit);
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(
                    object.properties().stream().map(Map.Entry::getKey).toList())) {
                replace(object, field);
            }
        }
    }

    private void replace(ObjectNode object, String field) {
        switch (field) {
            case "communityId", "buildingId", "unitId", "residentId" ->
                object.put(field, world.id(field.substring(0, field.length() - 2)));
            case "assigneeId" -> object.put(field, world.id("technician2"));
            case "communityIds" -> object.putArray(field).add(world.id("community"));
            case "username" -> object.put(field, unique("n"));
            case "date" -> object.put(field, uniqueDay());
            case "room", "code" -> object.put(field, "X" + COUNTER.incrementAndGet());
            default -> {
                // stays as the example has it
            }
        }
    }

    /** Whether an answer tells anything of this company. */
    boolean isToldBy(Answer answer) {
        String all = answer.raw() + answer.headers();
        return all.contains(secret) || ids.values().stream().anyMatch(all::contains);
    }
}
