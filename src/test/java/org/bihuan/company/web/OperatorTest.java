package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.company.web.AccountFixtures.ids;
import static org.bihuan.company.web.AccountFixtures.newAccount;
import static org.bihuan.company.web.AccountFixtures.newName;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Those who run the installation, and the companies they found in it. */
@HttpTest
class OperatorTest {
    @Inject
    AgroalDataSource database;

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
}
