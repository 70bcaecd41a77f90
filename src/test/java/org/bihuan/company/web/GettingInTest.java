package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.company.web.AccountFixtures.bearing;
import static org.bihuan.company.web.AccountFixtures.pair;
import static org.bihuan.company.web.AccountFixtures.refresh;
import static org.bihuan.company.web.AccountFixtures.signIn;
import static org.bihuan.company.web.AccountFixtures.somebody;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying so, and out. */
@HttpTest
class GettingInTest {
    @Test
    void aTokenSaysWhoseItIsAndHowLongItLives() {
        World world = World.first();
        Answer tokens = signIn(world.username("desk"), World.PASSWORD).require(200);
        assertThat(tokens.text("/tokenType")).isEqualTo("Bearer");
        assertThat(tokens.body().path("expiresIn").asInt()).isEqualTo(15 * 60);
        assertThat(tokens.text("/account/id")).isEqualTo(world.id("desk"));
        assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
        Answer me = bearing(tokens).get("/me").require(200);
        assertThat(me.id()).isEqualTo(world.id("desk"));
        assertThat(me.text("/username")).isEqualTo(world.username("desk"));
        assertThat(me.text("/roles/0")).isEqualTo("FRONT_DESK");
        assertThat(me.text("/communityIds/0")).isEqualTo(world.id("community"));
        assertThat(me.text("/language")).isEqualTo("zh-CN");
        assertThat(me.text("/companyId")).isNotEmpty();
    }

    @Test
    void signingOutTakesEffectAtTheNextRequest() {
        Answer tokens = signIn(World.first().username("desk"), World.PASSWORD).require(200);
        Answer other = signIn(World.first().username("desk"), World.PASSWORD).require(200);
        bearing(tokens).post("/auth/sign-out", null).require(204);
        requireProblem(bearing(tokens).get("/me"), 401);
        requireProblem(refresh(tokens), 401);
        bearing(other).get("/me").require(200);
    }

    @Test
    void disablingTakesEffectAtTheNextRequest() {
        World world = World.first();
        String username = somebody(world, "FRONT_DESK");
        Answer tokens = signIn(username, World.PASSWORD).require(200);
        Answer account = world.as("admin").get("/accounts/" + tokens.text("/account/id"));
        Answer off = world.as("admin")
                .patch("/accounts/" + account.id(), Map.of("disabled", true), account)
                .require(200);
        requireProblem(bearing(tokens).get("/me"), 401);
        requireProblem(refresh(tokens), 401);
        requireProblem(signIn(username, World.PASSWORD), 401);
        world.as("admin")
                .patch("/accounts/" + account.id(), Map.of("disabled", false), off)
                .require(200);
        requireProblem(bearing(tokens).get("/me"), 401);
        signIn(username, World.PASSWORD).require(200);
    }

    @Test
    void takenRolesAreGoneAtTheNextRequest() {
        World world = World.first();
        Answer tokens =
                signIn(somebody(world, "MANAGER", "FRONT_DESK"), World.PASSWORD).require(200);
        Answer account = world.as("admin").get("/accounts/" + tokens.text("/account/id"));
        bearing(tokens).get("/work-orders").require(200);
        world.as("admin")
                .patch("/accounts/" + account.id(), Map.of("roles", List.of("ADMIN")), account)
                .require(200);
        requireProblem(bearing(tokens).get("/work-orders"), 403);
    }

    @Test
    void aRefreshTokenWorksOnceAndUsedTwiceEndsTheSession() {
        Answer first =
                signIn(somebody(World.first(), "FRONT_DESK"), World.PASSWORD).require(200);
        Answer second = refresh(first).require(200);
        assertThat(second.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
        bearing(second).get("/me").require(200);
        requireProblem(refresh(first), 401);
        requireProblem(bearing(second).get("/me"), 401);
        requireProblem(refresh(second), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "..",
                "a.b.c",
                "00000000-0000-0000-0000-000000000000.00000000-0000-0000-0000-000000000000.x",
                "\u4e2d.\u4e2d.\u4e2d"
            })
    void madeUpRefreshTokensAreNotValid(String token) {
        requireProblem(Api.nobody().post("/auth/refresh", Map.of("refreshToken", token)), 401);
    }

    @Test
    void aTokenThatIsNoLongerValidDoesNotKeepAnybodyOut() {
        Answer tokens = signIn(World.first().username("desk"), World.PASSWORD).require(200);
        Api stale = Api.nobody().with("Authorization", "Bearer not.a.token");
        stale.post("/auth/token", pair(World.first().username("desk"), World.PASSWORD))
                .require(200);
        stale.post("/auth/refresh", Map.of("refreshToken", tokens.text("/refreshToken")))
                .require(200);
    }
}
