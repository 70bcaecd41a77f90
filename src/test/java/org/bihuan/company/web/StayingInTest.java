package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.company.web.AccountFixtures.bearing;
import static org.bihuan.company.web.AccountFixtures.signIn;
import static org.bihuan.company.web.AccountFixtures.somebody;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Refresh tokens in two hands, and passwords that are replaced at the very moment they are used. */
@HttpTest
class StayingInTest {
    private static final int AT_ONCE = 6;

    @Inject
    AgroalDataSource database;

    private static Answer refresh(String token) {
        return Api.nobody().post("/auth/refresh", Map.of("refreshToken", token));
    }

    private static Answer me(Answer tokens) {
        return bearing(tokens).get("/me");
    }

    @Test
    void anyEarlierRefreshTokenEndsTheSession() {
        String username = somebody(World.first(), "FRONT_DESK");
        for (int generations = 1; generations <= 4; generations++) {
            Answer first = signIn(username, World.PASSWORD).require(200);
            Answer last = first;
            for (int i = 0; i < generations; i++) {
                last = refresh(last.text("/refreshToken")).require(200);
            }
            me(last).require(200);
            requireProblem(refresh(first.text("/refreshToken")), 401);
            requireProblem(me(last), 401);
            requireProblem(refresh(last.text("/refreshToken")), 401);
        }
    }

    @Test
    void whoOnlyKnowsTheNameOfASessionCannotEndIt() {
        String username = somebody(World.first(), "FRONT_DESK");
        Answer mine = signIn(username, World.PASSWORD).require(200);
        Answer other = signIn(username, World.PASSWORD).require(200);
        String token = mine.text("/refreshToken");
        String name = token.substring(0, token.lastIndexOf('.') + 1);
        String otherSecret = other.text("/refreshToken").substring(name.length());
        for (String madeUp : List.of("x", "A".repeat(64), otherSecret, "中")) {
            requireProblem(refresh(name + madeUp), 401);
        }
        me(mine).require(200);
        refresh(token).require(200);
    }

    @Test
    void oneOfManyAtOnceIsExchangedAndTheOthersEndTheSession() {
        Answer tokens =
                signIn(somebody(World.first(), "FRONT_DESK"), World.PASSWORD).require(200);
        List<Answer> answers =
                AtOnce.run(Stream.<Callable<Answer>>generate(() -> () -> refresh(tokens.text("/refreshToken")))
                        .limit(AT_ONCE));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 401).contains(answer.status()));
        requireProblem(me(tokens), 401);
    }

    @Test
    void aSignInWithAPasswordThatIsReplacedMeanwhileOpensNothing() throws SQLException {
        String username = somebody(World.first(), "FRONT_DESK");
        Answer answer = whilePasswordIsReplaced(username, () -> signIn(username, World.PASSWORD));
        requireProblem(answer, 401);
        assertThat(answer.code()).isEqualTo("WRONG_USERNAME_OR_PASSWORD");
    }

    @Test
    void aPasswordThatIsReplacedMeanwhileCannotBeUsedToSetAnother() throws SQLException {
        String username = somebody(World.first(), "FRONT_DESK");
        Api me = Api.nobody().signedIn(username, World.PASSWORD);
        Map<String, String> change = Map.of("current", World.PASSWORD, "next", "quite another 电池 staple");
        Answer answer = whilePasswordIsReplaced(username, () -> me.post("/me/password", change));
        requireProblem(answer, 422);
        assertThat(errors(answer)).containsExactly("/current WRONG_PASSWORD");
    }

    /** The request has compared the old password when the new one, which nobody knows, becomes visible. */
    private Answer whilePasswordIsReplaced(String username, java.util.function.Supplier<Answer> request)
            throws SQLException {
        try (Connection connection = database.getConnection();
                var replace = connection.prepareStatement(
                        "update account set password_hash = (select password_hash from account where username = ?),"
                                + " version = version + 1 where username = ?")) {
            connection.setAutoCommit(false);
            replace.setString(1, World.first().username("desk2"));
            replace.setString(2, username);
            assertThat(replace.executeUpdate()).isOne();
            var answer = CompletableFuture.supplyAsync(request);
            awaitItWaits(connection, answer);
            connection.commit();
            return answer.join();
        }
    }

    private static void awaitItWaits(Connection connection, CompletableFuture<Answer> answer) throws SQLException {
        try (var waiting = connection.prepareStatement("select count(*) from pg_locks where not granted")) {
            boolean waits = false;
            while (!waits && !answer.isDone()) {
                try (var rows = waiting.executeQuery()) {
                    rows.next();
                    waits = rows.getInt(1) > 0;
                }
            }
        }
    }
}
