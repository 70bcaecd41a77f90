package org.bihuan.workorder.job;

import io.quarkus.scheduler.Scheduled;
import org.bihuan.workorder.domain.ClockService;

/** Looks for deadlines that have to be announced. */
class ClockJob {
    private final ClockService clocks;

    ClockJob(ClockService clocks) {
        this.clocks = clocks;
    }

    @Scheduled(every = "{bihuan.jobs.clocks}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        clocks.announceDue();
    }
}
