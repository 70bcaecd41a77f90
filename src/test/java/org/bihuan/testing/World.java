package org.bihuan.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.shared.Ids;
import org.bihuan.testing.Api.Answer;

/**
 * A company with one community, a few homes and somebody for every role, made through the public API. There are two of them in
 * every run, so that each test can ask what the other one's people see.
 */
public final class World {
    public static final String PASSWORD = "correct horse 电池 staple";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, World> WORLDS = new ConcurrentHashMap<>();
    private static final Object FOUNDING = new Object();

    private final String prefix;
    private final Map<String, Api> people = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private World(String prefix) {
        this.prefix = prefix;
    }

    /** The company most tests work in. */
    public static World first() {
        return named("first");
    }

    /** Another company, of whose existence nobody in the first may learn anything. */
    public static World other() {
        return named("other");
    }

    private static World named(String name) {
        synchronized (FOUNDING) {
            World known = WORLDS.get(name);
            if (known == null) {
                known = name.equals("first") ? foundFirst() : foundBy(first().as("admin"), name);
                WORLDS.put(name, known);
            }
            return known;
        }
    }

    private static World foundFirst() {
        World world = new World("first");
        Api.nobody()
                .post(
                        "/setup",
                        Map.of(
                                "token",
                                TestDatabase.SETUP_TOKEN,
                                "company",
                                Map.of("name", "翠湖物业"),
                                "admin",
                                world.administrator()))
                .require(201);
        return world.settle();
    }

    private static World foundBy(Api operator, String prefix) {
        World world = new World(prefix);
        operator.post("/companies", Map.of("name", "别家物业 " + prefix, "admin", world.administrator()))
                .require(201);
        return world.settle();
    }

    /** A company of its own, for tests that change what others rely on. */
    public static World fresh() {
        return foundBy(first().as("admin"), "fresh" + COUNTER.incrementAndGet());
    }

    private Map<String, Object> administrator() {
        return Map.of("username", username("admin"), "displayName", "管理员", "password", PASSWORD);
    }

    private World settle() {
        Api admin = Api.nobody().signedIn(username("admin"), PASSWORD);
        people.put("admin", admin);
        ids.put("admin", admin.get("/me").id());
        ids.put("community", community("翠湖花园"));
        ids.put("elsewhere", community("别处小区"));
        ids.put("building", building("community", "3"));
        ids.put("unit", unit("3-2-1202"));
        ids.put("neighbour", unit("3-2-1201"));
        ids.put("resident", resident("王芳", "13800138000", "unit"));
        staff("manager", "MANAGER", "community");
        staff("desk", "FRONT_DESK", "community");
        staff("desk2", "FRONT_DESK", "community");
        staff("technician", "TECHNICIAN", "community");
        staff("technician2", "TECHNICIAN", "community");
        staff("strangerDesk", "FRONT_DESK", "elsewhere");
        owner();
        return this;
    }

    private String community(String name) {
        return as("admin")
                .post("/communities", Map.of("name", name, "timeZone", "Asia/Shanghai"))
                .require(201)
                .id();
    }

    private String building(String community, String name) {
        return as("admin")
                .post(
                        "/communities/" + id(community) + "/buildings",
                        Map.of("name", name, "acceptanceDate", "2025-06-30"))
                .require(201)
                .id();
    }

    private String unit(String code) {
        String[] parts = code.split("-", -1);
        return as("admin")
                .post(
                        "/units",
                        Map.of(
                                "communityId",
                                id("community"),
                                "buildingId",
                                id("building"),
                                "entrance",
                                parts[1],
                                "room",
                                parts[2]))
                .require(201)
                .id();
    }

    /** Somebody who lives in a unit since 2024. */
    public String resident(String name, String phone, String unit) {
        return as("admin")
                .post(
                        "/residents",
                        Map.of(
                                "name",
                                name,
                                "phone",
                                phone,
                                "occupancies",
                                List.of(Map.of("unitId", id(unit), "relation", "OWNER", "from", "2024-01-01"))))
                .require(201)
                .id();
    }

    private void staff(String name, String role, String community) {
        account(name, Map.of("roles", List.of(role), "communityIds", List.of(id(community))));
    }

    private void owner() {
        account("owner", Map.of("roles", List.of("OWNER"), "residentId", id("resident")));
    }

    private void account(String name, Map<String, Object> what) {
        var body = new java.util.HashMap<String, Object>(what);
        body.put("username", username(name));
        body.put("displayName", prefix + " " + name);
        body.put("password", PASSWORD);
        Answer made = as("admin").post("/accounts", body).require(201);
        ids.put(name, made.id());
        people.put(name, Api.nobody().signedIn(username(name), PASSWORD));
    }

    /** Somebody new, signed in, in both communities. */
    public Api colleague(String... roles) {
        String name = Ids.next().toString();
        account(name, Map.of("roles", List.of(roles), "communityIds", List.of(id("community"), id("elsewhere"))));
        return as(name);
    }

    public String username(String person) {
        return prefix + "." + person;
    }

    /** A client signed in as admin, manager, desk, desk2, technician, technician2, strangerDesk or owner. */
    public Api as(String person) {
        Api api = people.get(person);
        if (api == null) {
            throw new IllegalArgumentException("nobody here is " + person);
        }
        return api;
    }

    /** The id of a person, of community, elsewhere, building, unit, neighbour or resident. */
    public String id(String thing) {
        String id = ids.get(thing);
        if (id == null) {
            throw new IllegalArgumentException("nothing here is " + thing);
        }
        return id;
    }
}
