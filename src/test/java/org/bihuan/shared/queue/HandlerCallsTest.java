package org.bihuan.shared.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs.Job;
import org.bihuan.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call that does not come back. */
@HttpTest
class HandlerCallsTest {
    @Inject
    CurrentTenant tenant;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        end.countDown();
        threads.shutdown();
    }

    private record Handler(ScriptedHandler.Script script) implements JobHandler {
        @Override
        public String kind() {
            return "STUBBORN";
        }

        @Override
        public Result run(Job job) throws Exception {
            return script.run(job);
        }
    }

    private static Claim claim() {
        return new Claim(UUID.randomUUID(), Ids.next(), new Job(Ids.next(), "STUBBORN", "k", 1, Map.of()), 0);
    }

    private HandlerCalls calls() {
        return new HandlerCalls(threads, tenant, Duration.ofMillis(200));
    }

    @Test
    void whoTakesTooLongIsInterruptedAndHasFailed() {
        HandlerCalls calls = calls();
        Claim claim = claim();
        calls.begin(claim);
        CountDownLatch interrupted = new CountDownLatch(1);
        Handler sleeper = new Handler(job -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return JobHandler.Result.DONE;
        });
        assertThatThrownBy(() -> calls.call(sleeper, claim))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("PT0.2S");
        await().until(() -> interrupted.getCount() == 0);
        await().until(() -> calls.inHand().isEmpty());
    }

    @Test
    void whoDoesNotListenIsLeftBehindAndStillCounts() {
        HandlerCalls calls = calls();
        Claim claim = claim();
        calls.begin(claim);
        Handler deaf = new Handler(job -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return JobHandler.Result.DONE;
        });
        assertThatThrownBy(() -> calls.call(deaf, claim)).isInstanceOf(TimeoutException.class);
        assertThat(calls.inHandByKind()).containsEntry("STUBBORN", 1L);
        end.countDown();
        await().until(() -> calls.inHand().isEmpty());
    }
}
