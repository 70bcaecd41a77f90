package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

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

/** Those who run the installation, and those who run a company in it. */
@HttpTest
class OperatorTest {
    private static final int RACES = 10;

    private static String newName() {
        return "o" + UUID.randomUUID().toString().replace("-", "").substring(8);
    }

    private static Answer newAccount(Api by, String username, String... roles) {
        return by.post(
                "/accounts",
                Map.of("username", username, "displayName", "某人", "password", World.PASSWORD, "roles", List.of(roles)));
    }

    @Test
    void settingUpWorksOnce() {
        World.first();
        Map<String, Object> body = Map.of(
                "token", "the-set-up-token-of-the-tests",
                "company", Map.of("name", "第二家"),
                "admin", Map.of("username", newName(), "displayName", "a", "password", World.PASSWORD));
        Answer again = Api.nobody().post("/setup", body);
        requireProblem(again, 409);
        assertThat(again.code()).isEqualTo("ALREADY_SET_UP");
    }

    @Test
    void anOperatorFoundsCompaniesAndSeesNothingInside() {
        String username = newName();
        newAccount(World.first().as("admin"), username, "OPERATOR").require(201);
        Api operator = Api.nobody().signedIn(username, World.PASSWORD);
        String admin = newName();
        Answer founded = operator.post(
                        "/companies",
                        Map.of(
                                "name",
                                "新物业",
                                "admin",
                                Map.of("username", admin, "displayName", "a", "password", World.PASSWORD)))
                .require(201);
        assertThat(founded.text("/name")).isEqualTo("新物业");
        for (String path : List.of(
                "/accounts",
                "/communities",
                "/units",
                "/residents",
                "/work-orders",
                "/companies/current",
                "/interactions",
                "/follow-ups",
                "/catalogue/categories")) {
            requireProblem(operator.get(path), 403);
        }
        assertThat(Api.nobody()
                        .signedIn(admin, World.PASSWORD)
                        .get("/companies/current")
                        .id())
                .isEqualTo(founded.id());
    }

    @Test
    void onlyOperatorsMakeAndTouchOperators() {
        Api admin = World.first().as("admin");
        String plainName = newName();
        newAccount(admin, plainName, "ADMIN").require(201);
        Api plain = Api.nobody().signedIn(plainName, World.PASSWORD);
        requireProblem(newAccount(plain, newName(), "OPERATOR"), 403);
        Answer self = plain.get("/accounts/" + plain.get("/me").id());
        requireProblem(plain.patch("/accounts/" + self.id(), Map.of("roles", List.of("ADMIN", "OPERATOR")), self), 403);
        Answer operator = plain.get("/accounts/" + World.first().id("admin"));
        requireProblem(plain.patch("/accounts/" + operator.id(), Map.of("disabled", true), operator), 403);
        requireProblem(plain.patch("/accounts/" + operator.id(), Map.of("roles", List.of("ADMIN")), operator), 403);
        requireProblem(
                plain.post(
                        "/accounts/" + operator.id() + "/password", Map.of("password", "a new 密码 of mine"), operator),
                403);
        requireProblem(
                World.other()
                        .as("admin")
                        .post(
                                "/companies",
                                Map.of(
                                        "name",
                                        "x",
                                        "admin",
                                        Map.of("username", newName(), "displayName", "a", "password", World.PASSWORD))),
                403);
    }

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
}
