package org.bihuan.durability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** Clerks who work on, whatever dies. */
final class Workload implements AutoCloseable {
    private static final int CLERKS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLERKS);
    private final List<Future<?>> clerks = new ArrayList<>();
    private volatile boolean closing;

    Workload(Installation house, Ledger ledger, long seed) {
        this.ledger = ledger;
        for (int i = 0; i < CLERKS; i++) {
            Clerk clerk = new Clerk(house, ledger, seed + i);
            clerks.add(threads.submit(() -> clerk.workUntil(() -> closing)));
        }
    }

    /** Until so many more changes were acknowledged. */
    void goesOnBy(int changes) {
        int goal = ledger.acknowledged() + changes;
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> ledger.acknowledged() >= goal);
    }

    /** Lets everybody finish what they have begun. */
    @Override
    public void close() {
        closing = true;
        try {
            for (Future<?> clerk : clerks) {
                clerk.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
