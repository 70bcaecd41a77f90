package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** An installation that nobody has set up, on a database of its own. */
@HttpTest
@TestProfile(NewInstallationTest.OfItsOwn.class)
class NewInstallationTest {
    private static final String TOKEN = "the-set-up-token-of-the-tests";
    private static final int AT_ONCE = 4;

    /** Different from the others, so that it gets an application and a database of its own. */
    public static class OfItsOwn implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "new-installation";
        }
    }

    private static Answer setUp(String token, String username, String password) {
        return Api.nobody()
                .post(
                        "/setup",
                        Map.of(
                                "token", token,
                                "company", Map.of("name", "翠湖物业"),
                                "admin", Map.of("username", username, "displayName", "管理员", "password", password)));
    }

    @Test
    void onlyTheTokenOpensItAndOnlyOnce() {
        Answer wrong = setUp("not-the-token", "boss", World.PASSWORD);
        requireProblem(wrong, 401);
        assertThat(wrong.code()).isEqualTo("SETUP_TOKEN_NOT_VALID");
        Answer weak = setUp(TOKEN, "boss", "password1234");
        requireProblem(weak, 422);
        assertThat(errors(weak)).containsExactly("/admin/password PASSWORD_TOO_COMMON");
        requireProblem(Api.nobody().post("/auth/token", Map.of("username", "boss", "password", World.PASSWORD)), 401);

        List<Answer> answers = AtOnce.run(IntStream.range(0, AT_ONCE)
                .<Callable<Answer>>mapToObj(i -> () -> setUp(TOKEN, "boss" + i, World.PASSWORD)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(201, 401, 409).contains(answer.status()));
        requireProblem(setUp(TOKEN, "boss9", World.PASSWORD), 409);
        int won = IntStream.range(0, AT_ONCE)
                .filter(i -> answers.get(i).status() == 201)
                .findFirst()
                .orElseThrow();
        Answer me = Api.nobody().signedIn("boss" + won, World.PASSWORD).get("/me");
        assertThat(me.body().path("roles"))
                .extracting(role -> role.asText())
                .containsExactlyInAnyOrder("ADMIN", "OPERATOR");
    }
}
