package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
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

    @Inject
    AgroalDataSource database;

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

    @Test
    void theLastOperatorStays() {
        Api admin = World.first().as("admin");
        String mine = World.first().id("admin");
        for (var other : admin.get("/accounts?role=OPERATOR&limit=200")
                .require(200)
                .body()
                .path("items")) {
            String path = "/accounts/" + other.path("id").asText();
            if (!path.endsWith(mine)) {
                admin.patch(path, Map.of("disabled", true), admin.get(path)).require(200);
            }
        }
        Answer account = admin.get("/accounts/" + mine);
        newAccount(admin, newName(), "ADMIN").require(201);
        for (Map<String, Object> change :
                List.<Map<String, Object>>of(Map.of("disabled", true), Map.of("roles", List.of("ADMIN")))) {
            Answer refused = admin.patch("/accounts/" + mine, change, account);
            requireProblem(refused, 409);
            assertThat(refused.code()).isEqualTo("LAST_OPERATOR");
        }
        newAccount(admin, newName(), "OPERATOR").require(201);
        Answer without = admin.patch("/accounts/" + mine, Map.of("roles", List.of("ADMIN")), account);
        without.require(200);
        restoreOperator(mine);
    }

    /** Nobody who could is left signed in, and the other tests need one. */
    private void restoreOperator(String account) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update account set roles = array['ADMIN', 'OPERATOR'], version = version + 1 where id = ?")) {
            update.setObject(1, UUID.fromString(account));
            assertThat(update.executeUpdate()).isOne();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
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

    private static List<String> ids(Answer list) {
        List<String> ids = new java.util.ArrayList<>();
        list.require(200)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static Map<String, Object> company(String name, String username, String password) {
        return Map.of("name", name, "admin", Map.of("username", username, "displayName", "a", "password", password));
    }

    @Test
    void aNewCompanyIsFoundWhereTheAnswerSaysAndInTheListByItsName() {
        Api operator = World.first().as("admin");
        Answer founded = operator.post("/companies", company("新物业", newName(), World.PASSWORD))
                .require(201);
        assertThat(founded.header("Location")).endsWith("/api/v1/companies/" + founded.id());
        assertThat(operator.get("/companies/" + founded.id()).require(200).body())
                .isEqualTo(founded.body());
        List<String> all = new java.util.ArrayList<>();
        Answer page = operator.get("/companies?limit=2&withTotal=true").require(200);
        int total = page.body().path("total").asInt();
        all.addAll(ids(page));
        while (page.body().hasNonNull("nextCursor")) {
            page = operator.get("/companies?limit=2&cursor=" + page.text("/nextCursor"))
                    .require(200);
            all.addAll(ids(page));
        }
        assertThat(all).hasSize(total).doesNotHaveDuplicates().isSorted().contains(founded.id());
        requireProblem(operator.get("/companies/" + UUID.randomUUID()), 404);
        requireProblem(World.other().as("admin").get("/companies"), 403);
        requireProblem(World.other().as("admin").get("/companies/" + founded.id()), 403);
    }

    @Test
    void allThatIsWrongWithANewAccountIsSaidAtOnce() {
        String taken = World.first().username("desk");
        Answer company = World.first().as("admin").post("/companies", company(" ", taken, "short"));
        requireProblem(company, 422);
        assertThat(errors(company))
                .containsExactlyInAnyOrder(
                        "/name REQUIRED", "/admin/username USERNAME_TAKEN", "/admin/password PASSWORD_LENGTH");
        Answer account = World.first()
                .as("admin")
                .post(
                        "/accounts",
                        Map.of(
                                "username",
                                taken,
                                "displayName",
                                " ",
                                "password",
                                "short",
                                "roles",
                                List.of("OWNER"),
                                "residentId",
                                UUID.randomUUID(),
                                "communityIds",
                                List.of(UUID.randomUUID())));
        requireProblem(account, 422);
        assertThat(errors(account))
                .containsExactlyInAnyOrder(
                        "/username USERNAME_TAKEN",
                        "/displayName REQUIRED",
                        "/password PASSWORD_LENGTH",
                        "/residentId UNKNOWN_RESIDENT",
                        "/communityIds UNKNOWN_COMMUNITY");
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
