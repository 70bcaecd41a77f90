package org.bihuan.shared.queue;

import io.quarkus.scheduler.Scheduled;
import java.time.Clock;
import java.time.Duration;

/** Clears away what was done long enough ago. What is dead stays until somebody has it run again. */
class ForgetJobsJob {
    /** Long enough to see what happened over a week, and that nothing was done twice. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int AT_A_TIME = 5000;

    private final JobClaims claims;
    private final Clock clock;

    ForgetJobsJob(JobClaims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    @Scheduled(cron = "{bihuan.jobs.forget-jobs}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        int forgotten;
        do {
            forgotten = claims.forget(clock.instant().minus(REMEMBERED), AT_A_TIME);
        } while (forgotten == AT_A_TIME);
    }
}
