package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.company.web.AccountFixtures.NEXT_PASSWORD;
import static org.bihuan.company.web.AccountFixtures.newName;
import static org.bihuan.company.web.AccountFixtures.pair;
import static org.bihuan.company.web.AccountFixtures.signIn;
import static org.bihuan.company.web.AccountFixtures.somebody;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.RawHttp;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Whoever guesses at passwords learns nothing and is slowed down. */
@HttpTest
class GuessingTest {
    private static final int GUESSES = 12;

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
}
