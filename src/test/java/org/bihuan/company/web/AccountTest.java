package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.company.web.AccountFixtures.account;
import static org.bihuan.company.web.AccountFixtures.ids;
import static org.bihuan.company.web.AccountFixtures.newAccount;
import static org.bihuan.company.web.AccountFixtures.newName;
import static org.bihuan.company.web.AccountFixtures.signIn;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Who makes which accounts, who sees them, and what is refused in one. */
@HttpTest
class AccountTest {
    private static final int RACES = 10;

    @Test
    void theDeskMakesOwnersAccountsOnlyAndCanReadThem() {
        World world = World.first();
        String resident = world.resident("张三", "13900139001", "neighbour");
        requireProblem(newAccount(world.as("desk"), newName(), "FRONT_DESK"), 403);
        Answer owner = world.as("desk")
                .post(
                        "/accounts",
                        Map.of(
                                "username",
                                newName(),
                                "displayName",
                                "张三",
                                "password",
                                World.PASSWORD,
                                "roles",
                                List.of("OWNER"),
                                "residentId",
                                resident))
                .require(201);
        world.as("desk").get("/accounts/" + owner.id()).require(200);
        requireProblem(world.as("strangerDesk").get("/accounts/" + owner.id()), 404);
    }

    @Test
    void theDeskSeesTheOwnersOfItsCommunitiesInTheList() {
        World world = World.fresh();
        String mine = world.id("owner");
        String path = "/accounts?limit=200&withTotal=true";
        for (String person : List.of("desk", "manager", "admin")) {
            assertThat(ids(world.as(person).get(path))).as(person).contains(mine);
            assertThat(ids(world.as(person).get(path + "&role=OWNER"))).containsExactly(mine);
            assertThat(ids(world.as(person).get(path + "&communityId=" + world.id("community"))))
                    .contains(mine);
            assertThat(ids(world.as(person).get(path + "&communityId=" + world.id("elsewhere"))))
                    .doesNotContain(mine);
        }
        assertThat(ids(world.as("strangerDesk").get(path))).doesNotContain(mine).isNotEmpty();
        Answer list = world.as("desk").get(path).require(200);
        assertThat(list.body().path("total").asInt(-1)).isEqualTo(ids(list).size());
        List<String> paged = new java.util.ArrayList<>();
        Answer page = world.as("desk").get("/accounts?limit=1").require(200);
        paged.addAll(ids(page));
        while (!page.body().path("nextCursor").isNull() && page.body().has("nextCursor")) {
            page = world.as("desk")
                    .get("/accounts?limit=1&cursor=" + page.text("/nextCursor"))
                    .require(200);
            paged.addAll(ids(page));
        }
        assertThat(paged).isEqualTo(ids(list));
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

    @Test
    void theLastAdministratorStays() {
        World world = World.fresh();
        Answer account = world.as("admin").get("/accounts/" + world.id("admin"));
        for (Map<String, Object> change :
                List.<Map<String, Object>>of(Map.of("disabled", true), Map.of("roles", List.of("MANAGER")))) {
            Answer refused = world.as("admin").patch("/accounts/" + account.id(), change, account);
            requireProblem(refused, 409);
            assertThat(refused.code()).isEqualTo("LAST_ADMINISTRATOR");
        }
        world.as("admin").get("/me").require(200);
    }

    @Test
    void twoAdministratorsCannotTakeEachOtherAwayAtOnce() {
        World world = World.fresh();
        Api one = world.as("admin");
        String username = newName();
        String other = newAccount(one, username, "ADMIN").require(201).id();
        for (int race = 0; race < RACES; race++) {
            Api two = Api.nobody().signedIn(username, World.PASSWORD);
            Answer first = one.get("/accounts/" + world.id("admin"));
            Answer second = one.get("/accounts/" + other);
            List<Answer> answers = AtOnce.run(Stream.<Callable<Answer>>of(
                    () -> one.patch("/accounts/" + other, Map.of("roles", List.of("MANAGER")), second),
                    () -> two.patch("/accounts/" + first.id(), Map.of("roles", List.of("MANAGER")), first)));
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            Api left = answers.get(0).status() == 200 ? one : two;
            String lost = answers.get(0).status() == 200 ? other : first.id();
            Answer now = left.get("/accounts/" + lost).require(200);
            left.patch("/accounts/" + lost, Map.of("roles", List.of("ADMIN")), now)
                    .require(200);
        }
    }

    @Test
    void refusalsAreInTheLanguageOfTheAccountUnlessTheClientAsksForAnother() {
        Api admin = World.first().as("admin");
        String username = newName();
        admin.post(
                        "/accounts",
                        Map.of(
                                "username",
                                username,
                                "displayName",
                                "Ann",
                                "password",
                                World.PASSWORD,
                                "language",
                                "en",
                                "roles",
                                List.of("FRONT_DESK")))
                .require(201);
        Api ann = Api.nobody().signedIn(username, World.PASSWORD);
        String unknown = "/accounts/" + UUID.randomUUID();
        assertThat(ann.get(unknown).text("/title")).isEqualTo("Not found");
        assertThat(ann.with("Accept-Language", "*").get(unknown).text("/title")).isEqualTo("Not found");
        assertThat(ann.with("Accept-Language", "zh-CN").get(unknown).text("/title"))
                .isNotEqualTo("Not found");
        assertThat(ann.post("/companies", Map.of()).text("/title")).isEqualTo("Not allowed");
        assertThat(ann.get("/accounts?x=1").text("/title")).isEqualTo("Not understood");
        assertThat(admin.get(unknown).text("/title")).isNotEqualTo("Not found");
        assertThat(Api.nobody().get(unknown).text("/title")).isNotEqualTo("Not signed in");
    }
}
