package org.bihuan.shared.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bihuan.shared.queue.QueueRows.unique;
import static org.bihuan.shared.queue.ScriptedHandler.KIND;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bihuan.shared.JobHandler.Result;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job, done by the application's own worker. */
@HttpTest
class JobWorkerTest {
    @Inject
    QueueRows rows;

    @Inject
    ScriptedHandler handler;

    @Inject
    Clock clock;

    private String key;
    private UUID company;

    @BeforeEach
    void settle() {
        key = unique("k");
        company = QueueRows.company(World.first());
    }

    private void given(String key, ScriptedHandler.Script script) {
        handler.on(key, script);
        rows.add(company, KIND, key, clock.instant());
    }

    private void becomes(String key, String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> rows.state(KIND, key).equals(state));
    }

    @Test
    void aJobIsDoneOnceInItsCompanyAndWithWhatItWasGiven() {
        given(key, job -> Result.DONE);
        becomes(key, "DONE");
        assertThat(handler.callsOf(key)).singleElement().satisfies(call -> {
            assertThat(call.company()).isEqualTo(company);
            assertThat(call.job().get("of")).isEqualTo(key);
            assertThat(call.job().attempt()).isEqualTo(1);
        });
    }

    @Test
    void afterAFailureItIsTriedAgainWithLongerPausesAndGivenUpAfterTheLast() {
        given(key, job -> {
            throw new IOException("no answer to try " + job.attempt());
        });
        becomes(key, "DEAD");
        List<ScriptedHandler.Call> calls = handler.callsOf(key);
        assertThat(calls).hasSize(ScriptedHandler.PAUSES.size() + 1);
        for (int i = 1; i < calls.size(); i++) {
            Duration pause =
                    Duration.ofNanos(calls.get(i).nanos() - calls.get(i - 1).nanos());
            assertThat(pause).isGreaterThanOrEqualTo(ScriptedHandler.PAUSES.get(i - 1));
        }
        assertThat(rows.row(KIND, key))
                .containsEntry("attempts", 3)
                .containsEntry("last_error", "java.io.IOException: no answer to try 3")
                .doesNotContainEntry("finished_at", null);
    }

    @Test
    void pausesAreStretchedByUpToAQuarterAndNotAllAlike() {
        Duration pause = Duration.ofSeconds(10);
        List<Duration> stretched = IntStream.range(0, 200)
                .mapToObj(i -> JobWorker.stretched(pause))
                .toList();
        assertThat(stretched).allMatch(d -> d.compareTo(pause) >= 0 && d.compareTo(Duration.ofMillis(12_500)) <= 0);
        assertThat(stretched.stream().distinct().count()).isGreaterThan(50);
    }

    @Test
    void anErrorOfTheVirtualMachineIsAFailureLikeAnother() {
        given(key, job -> {
            if (job.attempt() == 1) {
                throw new StackOverflowError();
            }
            return Result.DONE;
        });
        becomes(key, "DONE");
        assertThat(handler.callsOf(key)).hasSize(2);
    }

    @Test
    void notYetIsNoFailureAndCountsAsNoTry() {
        given(
                key,
                job -> handler.callsOf(key).size() < 5
                        ? new Result.Later(clock.instant().plusMillis(10))
                        : Result.DONE);
        becomes(key, "DONE");
        assertThat(handler.callsOf(key)).hasSize(5).allMatch(call -> call.job().attempt() == 1);
    }

    @Test
    void whatIsHopelessIsGivenUpAtOnce() {
        given(key, job -> new Result.Hopeless("there is no such address"));
        becomes(key, "DEAD");
        assertThat(handler.callsOf(key)).hasSize(1);
        assertThat(rows.row(KIND, key)).containsEntry("last_error", "there is no such address");
    }

    @Test
    void oneThatFailsFirstDoesNotStopTheRest() {
        given(key, job -> {
            throw new IllegalStateException("always");
        });
        List<String> others =
                IntStream.range(0, 30).mapToObj(i -> unique("rest")).toList();
        others.forEach(other -> given(other, job -> Result.DONE));
        others.forEach(other -> becomes(other, "DONE"));
        becomes(key, "DEAD");
    }

    @Test
    void onesThatTakeLongLeaveAHandForTheOthers() {
        CountDownLatch go = new CountDownLatch(1);
        List<String> slow = IntStream.range(0, 10).mapToObj(i -> unique("slow")).toList();
        slow.forEach(one -> given(one, job -> {
            go.await();
            return Result.DONE;
        }));
        String quick = unique("quick");
        rows.add(company, QuickHandler.KIND, quick, clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> rows.state(QuickHandler.KIND, quick).equals("DONE"));
        go.countDown();
        slow.forEach(one -> becomes(one, "DONE"));
    }

    @Test
    void whatKillsEverybodyWhoTriesItIsGivenUp() {
        rows.add(company, KIND, key, clock.instant().plusSeconds(3600));
        rows.change("attempts = " + (JobWorker.SILENT_ENDS + 1) + ", run_at = now()", KIND, key);
        becomes(key, "DEAD");
        assertThat(handler.callsOf(key)).isEmpty();
    }

    @Test
    void triesThatEndedWithoutAWordTakeNothingFromThoseThatFailed() {
        handler.on(key, job -> {
            throw new IOException("no answer to try " + job.attempt());
        });
        rows.add(company, KIND, key, clock.instant().plusSeconds(3600));
        rows.change("attempts = " + JobWorker.SILENT_ENDS + ", run_at = now()", KIND, key);
        becomes(key, "DEAD");
        assertThat(handler.callsOf(key))
                .extracting(call -> call.job().attempt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void anAbsentDatabaseIsNoFailureOfTheJobAndWhatItCutOffIsSoonDone() {
        given(key, job -> {
            if (handler.callsOf(key).size() < 5) {
                throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
            }
            return Result.DONE;
        });
        becomes(key, "DONE");
        assertThat(handler.callsOf(key)).hasSize(5).allMatch(call -> call.job().attempt() == 1);
    }
}
