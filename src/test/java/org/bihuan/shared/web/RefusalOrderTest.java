package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.shared.web.InputFixtures.json;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Whether the caller may, and whether it is there for them, is said before anything that is wrong with what they sent. */
@HttpTest
class RefusalOrderTest {
    @Test
    void whatTheCallerMayNotSeeIsNotFoundWhateverElseIsWrong() {
        World world = World.first();
        String nothing = UUID.randomUUID().toString();
        String foreign = World.other().id("unit");
        for (String path : List.of(
                "/accounts/" + nothing,
                "/accounts/" + World.other().id("desk"),
                "/communities/" + nothing,
                "/units/" + foreign,
                "/residents/" + nothing,
                "/catalogue/categories/" + nothing)) {
            Api admin = world.as("admin");
            requireProblem(admin.get(path), 404);
            requireProblem(admin.get(path + "?foo=1"), 404);
            requireProblem(admin.send("PATCH", path, "{", "application/json"), 404);
            requireProblem(admin.send("PATCH", path, "{}", "application/json"), 404);
        }
        Answer order = WorkOrderFixtures.registered(world);
        Api stranger = world.as("strangerDesk");
        for (String path : List.of("/work-orders/" + nothing, "/work-orders/" + order.id())) {
            requireProblem(stranger.get(path + "?foo=1"), 404);
            requireProblem(stranger.send("PATCH", path, "{\"a\":", "application/json"), 404);
            requireProblem(stranger.post(path + "/dispatch", Map.of("x", 1)), 404);
        }
    }

    @Test
    void whoMayNotIsToldSoBeforeAnythingElse() {
        for (String path : List.of("/work-orders", "/accounts", "/communities", "/interactions", "/companies")) {
            requireProblem(json(Api.nobody(), "POST", path + "?foo=1", "{"), 401);
            requireProblem(Api.nobody().send("POST", path, "<a/>", "text/xml"), 401);
            requireProblem(json(World.first().as("technician"), "POST", path + "?foo=1", "{"), 403);
        }
        requireProblem(Api.nobody().get("/me?foo=1"), 401);
        assertThat(Api.nobody().get("/me").header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}
