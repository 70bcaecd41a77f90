package org.bihuan.integration.job;

import io.quarkus.scheduler.Scheduled;
import org.bihuan.integration.domain.EventMemory;

/** Fires the forgetting of old events. */
class ForgetEventsJob {
    private final EventMemory memory;

    ForgetEventsJob(EventMemory memory) {
        this.memory = memory;
    }

    @Scheduled(cron = "{bihuan.jobs.forget-events}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        memory.forgetOld();
    }
}
