package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.company.web.AccountFixtures.NEXT_PASSWORD;
import static org.bihuan.company.web.AccountFixtures.account;
import static org.bihuan.company.web.AccountFixtures.bearing;
import static org.bihuan.company.web.AccountFixtures.newName;
import static org.bihuan.company.web.AccountFixtures.refresh;
import static org.bihuan.company.web.AccountFixtures.signIn;
import static org.bihuan.company.web.AccountFixtures.somebody;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are taken, and what a new one ends. */
@HttpTest
class PasswordTest {
    @Test
    void changingThePasswordEndsTheOtherSessions() {
        String username = somebody(World.first(), "FRONT_DESK");
        Answer here = signIn(username, World.PASSWORD).require(200);
        Answer elsewhere = signIn(username, World.PASSWORD).require(200);
        Answer wrong = bearing(here).post("/me/password", Map.of("current", "no", "next", NEXT_PASSWORD));
        requireProblem(wrong, 422);
        assertThat(errors(wrong)).containsExactly("/current WRONG_PASSWORD");
        bearing(here)
                .post("/me/password", Map.of("current", World.PASSWORD, "next", NEXT_PASSWORD))
                .require(204);
        bearing(here).get("/me").require(200);
        requireProblem(bearing(elsewhere).get("/me"), 401);
        requireProblem(refresh(elsewhere), 401);
        requireProblem(signIn(username, World.PASSWORD), 401);
        signIn(username, NEXT_PASSWORD).require(200);
    }

    @Test
    void aPasswordGivenByTheAdministratorEndsAllSessions() {
        World world = World.first();
        String username = somebody(world, "FRONT_DESK");
        Answer tokens = signIn(username, World.PASSWORD).require(200);
        Answer account = world.as("admin").get("/accounts/" + tokens.text("/account/id"));
        world.as("admin")
                .post("/accounts/" + account.id() + "/password", Map.of("password", NEXT_PASSWORD), account)
                .require(204);
        requireProblem(bearing(tokens).get("/me"), 401);
        signIn(username, NEXT_PASSWORD).require(200);
    }

    @Test
    void allOfALongPassphraseCounts() {
        String phrase = "春眠不觉晓处处闻啼鸟夜来风雨声".repeat(8) + "花落知多少好雨知时";
        String longest = phrase.substring(0, 127) + "龘";
        String username = newName();
        World.first()
                .as("admin")
                .post("/accounts", account(username, longest, "FRONT_DESK"))
                .require(201);
        signIn(username, longest).require(200);
        requireProblem(signIn(username, phrase.substring(0, 127) + "𠮷"), 401);
        requireProblem(signIn(username, longest.substring(0, 126)), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "elevenchars",
                "qwertyuiop12345",
                "password1234",
                "aaaaaaaaaaaaaaaa",
                "passwordpassword",
                "一二一二一二一二一二一二"
            })
    void weakPasswordsAreRefusedAtEveryDoor(String weak) {
        Api me = Api.nobody().signedIn(somebody(World.first(), "FRONT_DESK"), World.PASSWORD);
        requireRefused("/next", me.post("/me/password", Map.of("current", World.PASSWORD, "next", weak)));
        requireRefused(
                "/password", World.first().as("admin").post("/accounts", account(newName(), weak, "FRONT_DESK")));
        Map<String, String> admin = Map.of("username", newName(), "displayName", "a", "password", weak);
        requireRefused(
                "/admin/password", World.first().as("admin").post("/companies", Map.of("name", "新", "admin", admin)));
    }

    private static void requireRefused(String pointer, Answer answer) {
        requireProblem(answer, 422);
        assertThat(errors(answer)).hasSize(1).allMatch(error -> error.startsWith(pointer + " PASSWORD_"));
    }

    @Test
    void aPasswordOfOneCharacterTooManyIsRefused() {
        String tooLong = "春眠不觉晓处处闻啼鸟夜来风雨声花落".repeat(8).substring(0, 129);
        Answer answer = World.first().as("admin").post("/accounts", account(newName(), tooLong, "FRONT_DESK"));
        assertThat(errors(answer)).containsExactly("/password PASSWORD_LENGTH");
    }
}
