package org.bihuan.workorder.job;

import io.quarkus.scheduler.Scheduled;
import org.bihuan.workorder.domain.TimelineSealing;

/** Fires the sealing of timelines. */
class SealTimelinesJob {
    private final TimelineSealing sealing;

    SealTimelinesJob(TimelineSealing sealing) {
        this.sealing = sealing;
    }

    @Scheduled(every = "{bihuan.jobs.seal-timelines}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        sealing.sealAll();
    }
}
