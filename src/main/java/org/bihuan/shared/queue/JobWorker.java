package org.bihuan.shared.queue;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
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
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.JobHandler.Result;
import org.jboss.logging.Logger;

/** Does what is due, a few jobs at a time; each in its own company, and none can hold up the others for good. */
@ApplicationScoped
class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);

    /** Few, because two processor cores and twenty connections have to serve the desk first. */
    private static final int AT_ONCE = 4;

    private final JobQueue queue;
    private final Map<String, JobHandler> handlers;
    private final CurrentTenant tenant;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private volatile boolean stopping;

    JobWorker(JobQueue queue, @All List<JobHandler> handlers, CurrentTenant tenant, Clock clock) {
        this.queue = queue;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Takes what is due until nothing is left or all hands are full; what is claimed is done in the background. */
    void work() {
        while (!stopping) {
            int hands = free.drainPermits();
            if (hands == 0) {
                return;
            }
            List<JobQueue.Claim> claims = claim(hands);
            if (claims.isEmpty()) {
                return;
            }
            claims.forEach(claim -> threads.execute(() -> handle(claim)));
        }
    }

    private List<JobQueue.Claim> claim(int hands) {
        int claimed = 0;
        try {
            List<JobQueue.Claim> claims = queue.claim(hands);
            claimed = claims.size();
            return claims;
        } finally {
            free.release(hands - claimed);
        }
    }

    private void handle(JobQueue.Claim claim) {
        try {
            inItsCompany(claim);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Job %s could not be reported and will be done again: %s",
                    claim.job().id(), e);
        } finally {
            free.release();
            if (!stopping) {
                work();
            }
        }
    }

    private void inItsCompany(JobQueue.Claim claim) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            tenant.enter(claim.company());
            run(claim);
        } finally {
            request.terminate();
        }
    }

    private void run(JobQueue.Claim claim) {
        JobHandler handler = handlers.get(claim.job().kind());
        if (handler == null) {
            queue.dead(claim, "nobody here does " + claim.job().kind());
            return;
        }
        try {
            report(claim, handler.run(claim.job()));
        } catch (Exception e) {
            failed(claim, handler, e);
        }
    }

    private void report(JobQueue.Claim claim, Result result) {
        switch (result) {
            case Result.Done done -> queue.done(claim);
            case Result.Later later -> queue.later(claim, later.at());
            case Result.Hopeless hopeless -> queue.dead(claim, hopeless.reason());
        }
    }

    private void failed(JobQueue.Claim claim, JobHandler handler, Exception failure) {
        int attempt = claim.job().attempt();
        String error = String.valueOf(failure);
        LOG.warnf("%s %s failed, try %d: %s", claim.job().kind(), claim.job().id(), attempt, failure.getClass());
        if (attempt > handler.pauses().size()) {
            queue.dead(claim, error);
        } else {
            queue.failed(claim, next(handler.pauses().get(attempt - 1)), error);
        }
    }

    /** Stretched at random, so that what failed together does not come back together. */
    private Instant next(Duration pause) {
        long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1);
        return clock.instant().plus(pause).plusMillis(jitter);
    }

    /** What is in hand is finished; whatever is not done by then keeps its lease and is done by somebody later. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(JobHandler.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Some jobs were still going on; they will be done again");
        }
    }
}
