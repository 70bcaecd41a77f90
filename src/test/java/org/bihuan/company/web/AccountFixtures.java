package org.bihuan.company.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.World;

/** People to sign in as, and the ways they do. */
final class AccountFixtures {
    static final String NEXT_PASSWORD = "quite another 电池 staple";

    private AccountFixtures() {}

    static String newName() {
        return "n" + UUID.randomUUID().toString().replace("-", "").substring(8);
    }

    static Map<String, Object> account(String username, String password, String... roles) {
        return Map.of(
                "username",
                username,
                "displayName",
                "某人",
                "password",
                password,
                "roles",
                List.of(roles),
                "communityIds",
                List.of());
    }

    /** Somebody new of the company, so that nobody else's sessions are touched. */
    static String somebody(World world, String... roles) {
        String username = newName();
        world.as("admin")
                .post("/accounts", account(username, World.PASSWORD, roles))
                .require(201);
        return username;
    }

    static Map<String, String> pair(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    static Answer signIn(String username, String password) {
        return Api.nobody().post("/auth/token", pair(username, password));
    }

    static Api bearing(Answer tokens) {
        return Api.nobody().with("Authorization", "Bearer " + tokens.text("/accessToken"));
    }

    static Answer refresh(Answer tokens) {
        return Api.nobody().post("/auth/refresh", Map.of("refreshToken", tokens.text("/refreshToken")));
    }

    static Answer newAccount(Api by, String username, String... roles) {
        return by.post(
                "/accounts",
                Map.of("username", username, "displayName", "某人", "password", World.PASSWORD, "roles", List.of(roles)));
    }

    static List<String> ids(Answer list) {
        List<String> ids = new java.util.ArrayList<>();
        list.require(200)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
