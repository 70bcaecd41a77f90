package org.bihuan.shared.queue;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.DatabaseOutage;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.JobHandler.Result;
import org.bihuan.shared.queue.JobClaims.DatabaseAway;
import org.jboss.logging.Logger;

/** Does what is due, a few jobs at a time; each in its own company, and none can hold up the others for good. */
@ApplicationScoped
class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);

    /** Few, because two processor cores and twenty connections have to serve the desk first. */
    static final int AT_ONCE = 4;

    /** One hand is always left for the others, and calls that never return are never more than this. */
    static final int OF_ONE_KIND = AT_ONCE - 1;

    /** So often may a job end without a word: whoever dies that often dies of the job. */
    static final int SILENT_ENDS = 10;

    private static final Duration BREATH = Duration.ofMillis(500);

    private final JobClaims claims;
    private final Map<String, JobHandler> handlers;
    private final JobMetrics metrics;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("job-", 1).factory());
    private final HandlerCalls calls;
    private volatile boolean stopping;
    private volatile boolean away;

    JobWorker(JobClaims claims, @All List<JobHandler> handlers, CurrentTenant tenant, JobMetrics metrics, Clock clock) {
        this.claims = claims;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.metrics = metrics;
        this.clock = clock;
        this.calls = new HandlerCalls(threads, tenant, JobHandler.LONGEST);
    }

    /** Takes what is due until nothing is left or all hands are full; what is claimed is done in the background. */
    void work() {
        try {
            while (!stopping && takeSome()) {
                // until nothing is left, or nobody is free
            }
            away = false;
        } catch (DatabaseAway e) {
            if (!away) {
                away = true;
                LOG.warnf("Jobs wait for the database: %s", e.getMessage());
            }
        }
    }

    private boolean takeSome() {
        int hands = free.drainPermits();
        int taken = 0;
        try {
            List<String> wanted = wanted();
            List<Claim> claimed =
                    hands == 0 || wanted.isEmpty() ? List.of() : claims.take(wanted, calls.inHand(), hands);
            claimed.forEach(calls::begin);
            taken = claimed.size();
            claimed.forEach(claim -> threads.execute(() -> handle(claim)));
        } finally {
            free.release(hands - taken);
        }
        return taken > 0;
    }

    /** What somebody here can do: a newer version's work waits for the newer version. */
    private List<String> wanted() {
        Map<String, Long> inHand = calls.inHandByKind();
        return handlers.keySet().stream()
                .filter(kind -> inHand.getOrDefault(kind, 0L) < OF_ONE_KIND)
                .toList();
    }

    private void handle(Claim claim) {
        Instant end = clock.instant().plus(JobClaims.LEASE);
        try {
            persist(run(claim), end);
        } catch (RuntimeException | InterruptedException e) {
            LOG.warnf(
                    "It could not be told how job %s went; it will be done again",
                    claim.job().id());
        } finally {
            free.release();
            work();
        }
    }

    /** How it went, ready to be told. */
    private Runnable run(Claim claim) {
        JobHandler handler = handlers.get(claim.job().kind());
        String kind = claim.job().kind();
        if (handler == null || claim.silentEnds() > SILENT_ENDS) {
            calls.end(claim);
            metrics.finished(kind, "dead");
            return () -> claims.dead(claim, "whoever tried it died of it, or was stopped, every time");
        }
        try {
            return result(claim, calls.call(handler, claim));
        } catch (Exception e) {
            return failure(claim, handler, e);
        }
    }

    private Runnable result(Claim claim, Result result) {
        String kind = claim.job().kind();
        return switch (result) {
            case Result.Done done -> {
                metrics.finished(kind, "done");
                yield () -> claims.done(claim);
            }
            case Result.Later later -> {
                Instant soonest = clock.instant().plus(BREATH);
                yield () -> claims.later(claim, later.at().isBefore(soonest) ? soonest : later.at());
            }
            case Result.Hopeless hopeless -> {
                metrics.finished(kind, "dead");
                yield () -> claims.dead(claim, hopeless.reason());
            }
        };
    }

    private Runnable failure(Claim claim, JobHandler handler, Exception failure) {
        String kind = claim.job().kind();
        int attempt = claim.job().attempt();
        List<Duration> pauses = handler.pauses();
        LOG.warnf(
                "%s %s failed, try %d: %s",
                kind, claim.job().id(), attempt, failure.getClass().getName());
        if (attempt > pauses.size()) {
            metrics.finished(kind, "dead");
            return () -> claims.dead(claim, String.valueOf(failure));
        }
        metrics.finished(kind, "failed");
        if (DatabaseOutage.isBehind(failure)) {
            return () -> claims.cutOff(claim, clock.instant().plus(BREATH), String.valueOf(failure));
        }
        Instant next = clock.instant().plus(stretched(pauses.get(attempt - 1)));
        return () -> claims.failed(claim, next, String.valueOf(failure));
    }

    /** By up to a quarter at random, so that what failed together does not come back together. */
    static Duration stretched(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }

    /** Also when the database is away for a moment: what was done should not be done again. */
    private void persist(Runnable report, Instant end) throws InterruptedException {
        while (true) {
            try {
                report.run();
                return;
            } catch (DatabaseAway e) {
                if (!clock.instant().isBefore(end)) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
            }
        }
    }

    void takeNothingMore(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /** What is in hand is finished; whatever is not done by then keeps its lease and is done by somebody later. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!free.tryAcquire(AT_ONCE, JobHandler.LONGEST.plusSeconds(1).toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Some jobs were still going on; they will be done again");
        }
        threads.shutdownNow();
    }
}
