package org.bihuan.durability;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.KeptDatabase;
import org.bihuan.testing.PackagedApplication;
import org.bihuan.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The delivered application with its ports and settings, through all its deaths; and a small company in it. */
final class Installation implements AutoCloseable {
    private static final String PASSWORD = "correct horse 电池 staple";

    private final KeptDatabase database;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Api> people = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private volatile @Nullable PackagedApplication running;

    /** @param more settings for the environment, such as where the mail goes */
    Installation(KeptDatabase database, Map<String, String> more) {
        this.database = database;
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(TestDatabase.freePort()));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(TestDatabase.freePort()));
        settings.put("BIHUAN_SETUP_TOKEN", PASSWORD);
        // The clients are here to meet deaths, not the ends of sessions.
        settings.put("BIHUAN_SECURITY_ACCESS_TOKEN_LIFETIME", "12h");
        settings.putAll(more);
    }

    KeptDatabase database() {
        return database;
    }

    void launch() {
        boolean learnt = Files.exists(PackagedApplication.AHEAD_OF_TIME_CACHE) && PackagedApplication.canLearn();
        String[] options =
                learnt ? new String[] {"-XX:AOTCache=" + PackagedApplication.AHEAD_OF_TIME_CACHE} : new String[0];
        running = PackagedApplication.launchOn(database.port(), settings, options);
    }

    void start() {
        launch();
        application().awaitReady();
    }

    PackagedApplication application() {
        PackagedApplication application = running;
        if (application == null) {
            throw new IllegalStateException("not started");
        }
        return application;
    }

    void kill() {
        application().kill();
    }

    void settle() {
        Map<String, String> boss = Map.of("username", "admin", "displayName", "管理员", "password", PASSWORD);
        application()
                .nobody()
                .post("/setup", Map.of("token", PASSWORD, "company", Map.of("name", "翠湖物业"), "admin", boss))
                .require(201);
        people.put("admin", application().nobody().signedIn("admin", PASSWORD));
        ids.put("community", made("/communities", Map.of("name", "翠湖花园", "timeZone", "Asia/Shanghai")));
        ids.put("building", made("/communities/" + id("community") + "/buildings", Map.of("name", "3")));
        ids.put(
                "unit",
                made(
                        "/units",
                        Map.of(
                                "communityId",
                                id("community"),
                                "buildingId",
                                id("building"),
                                "entrance",
                                "2",
                                "room",
                                "1202")));
        employ("desk", "FRONT_DESK");
        employ("manager", "MANAGER");
        employ("technician", "TECHNICIAN");
    }

    /** Into the company that an earlier process has settled. */
    void signIn() {
        for (String name : List.of("admin", "desk", "manager", "technician")) {
            people.put(name, application().nobody().signedIn(name, PASSWORD));
        }
        ids.put("community", first("/communities"));
        ids.put("unit", first("/units?communityId=" + id("community")));
    }

    private String first(String list) {
        return as("admin").get(list).require(200).text("/items/0/id");
    }

    private String made(String path, Map<String, ?> body) {
        return as("admin").post(path, body).require(201).id();
    }

    private void employ(String name, String role) {
        ids.put(
                name,
                made(
                        "/accounts",
                        Map.of(
                                "username", name,
                                "displayName", name,
                                "password", PASSWORD,
                                "roles", List.of(role),
                                "communityIds", List.of(id("community")))));
        people.put(name, application().nobody().signedIn(name, PASSWORD));
    }

    Api as(String person) {
        Api api = people.get(person);
        if (api == null) {
            throw new IllegalArgumentException(person);
        }
        return api;
    }

    String id(String thing) {
        return ids.getOrDefault(thing, "");
    }

    @Override
    public void close() {
        stop();
    }

    /** In good order. */
    void stop() {
        PackagedApplication application = running;
        if (application != null) {
            application.close();
        }
    }
}
