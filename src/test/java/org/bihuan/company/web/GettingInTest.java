package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.RawHttp;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying so, and out. */
@HttpTest
class GettingInTest {
    private static final String NEXT_PASSWORD = "quite another 电池 staple";
    private static final int GUESSES = 12;

    private static Map<String, String> pair(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    private static Api bearing(Answer tokens) {
        return Api.nobody().with("Authorization", "Bearer " + tokens.text("/accessToken"));
    }

    private static Answer signIn(String username, String password) {
        return Api.nobody().post("/auth/token", pair(username, password));
    }

    private static Answer refresh(Answer tokens) {
        return Api.nobody().post("/auth/refresh", Map.of("refreshToken", tokens.text("/refreshToken")));
    }

    private static String newName() {
        return "n" + UUID.randomUUID().toString().replace("-", "").substring(8);
    }

    private static Map<String, Object> account(String username, String password, String... roles) {
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
    private static String somebody(World world, String... roles) {
        String username = newName();
        world.as("admin")
                .post("/accounts", account(username, World.PASSWORD, roles))
                .require(201);
        return username;
    }

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
    void aWrongNameAndAWrongPasswordLookAndTakeTheSame() {
        String known = somebody(World.first(), "FRONT_DESK");
        Answer wrongPassword = signIn(known, "wrong password 123");
        Answer wrongName = signIn(newName(), "wrong password 123");
        requireProblem(wrongPassword, 401);
        requireProblem(wrongName, 401);
        for (String pointer : List.of("/type", "/title", "/detail", "/code", "/status")) {
            assertThat(wrongName.text(pointer)).isEqualTo(wrongPassword.text(pointer));
        }
        double ratio = (double) median(known) / median(newName());
        assertThat(ratio).isBetween(0.2, 5.0);
    }

    /** Of a few tries, each from an address of its own. */
    private static long median(String username) {
        List<Long> times = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            long from = System.nanoTime();
            RawHttp.post("127.0.7." + i, "/auth/token", pair(username, "wrong password 123"));
            times.add(System.nanoTime() - from);
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }

    @Test
    void whoGuessesIsSlowedDownAndTheOwnerOfTheAccountIsNot() {
        String known = somebody(World.first(), "FRONT_DESK");
        Answer last = guess("127.0.0.2", known);
        requireProblem(last, 429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        requireProblem(RawHttp.post("127.0.0.2", "/auth/token", pair(known, World.PASSWORD)), 429);
        assertThat(RawHttp.post("127.0.0.3", "/auth/token", pair(known, World.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherLetterCaseOrWidthIsNoWayAroundTheBrake() {
        String known = somebody(World.first(), "FRONT_DESK");
        requireProblem(guess("127.0.0.4", known), 429);
        requireProblem(
                RawHttp.post("127.0.0.4", "/auth/token", pair(known.toUpperCase(java.util.Locale.ROOT), "x")), 429);
        requireProblem(RawHttp.post("127.0.0.4", "/auth/token", pair("ｎ" + known.substring(1), "x")), 429);
    }

    private static Answer guess(String from, String username) {
        Answer last = RawHttp.post(from, "/auth/token", pair(username, "guess 0"));
        for (int i = 1; i < GUESSES && last.status() != 429; i++) {
            last = RawHttp.post(from, "/auth/token", pair(username, "guess " + i));
        }
        return last;
    }

    @Test
    void manyGuessesAtOnceAreCountedToo() {
        String known = somebody(World.first(), "FRONT_DESK");
        List<Answer> answers = AtOnce.run(Stream.<java.util.concurrent.Callable<Answer>>generate(
                        () -> () -> RawHttp.post("127.0.0.5", "/auth/token", pair(known, "guess")))
                .limit(40));
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void guessingAtMyPasswordWithAStolenSessionIsSlowedDownToo() {
        Api me = Api.nobody().signedIn(somebody(World.first(), "FRONT_DESK"), World.PASSWORD);
        Map<String, String> guess = Map.of("current", "guess", "next", NEXT_PASSWORD);
        Answer last = me.post("/me/password", guess);
        requireProblem(last, 422);
        for (int i = 1; i < GUESSES && last.status() != 429; i++) {
            last = me.post("/me/password", guess);
        }
        requireProblem(last, 429);
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

    @Test
    void usernamesAreUniqueInTheInstallationInAnyCaseAndWidth() {
        String name = newName();
        World.first()
                .as("admin")
                .post("/accounts", account(name, World.PASSWORD, "FRONT_DESK"))
                .require(201);
        for (String same : List.of(name, name.toUpperCase(java.util.Locale.ROOT), "Ｎ" + name.substring(1))) {
            Answer taken = World.other().as("admin").post("/accounts", account(same, World.PASSWORD, "FRONT_DESK"));
            requireProblem(taken, 422);
            assertThat(errors(taken)).containsExactly("/username USERNAME_TAKEN");
            signIn(same, World.PASSWORD).require(200);
        }
    }

    @Test
    void whatIsNoUsernameIsRefused() {
        for (String bad : List.of("", "a", "a b", "a\tb", "x".repeat(101), "<a>", "a/b", "a\u200bb")) {
            Map<String, Object> wanted = new HashMap<>(account("x", World.PASSWORD, "FRONT_DESK"));
            wanted.put("username", bad);
            requireProblem(World.first().as("admin").post("/accounts", wanted), 422);
        }
    }
}
