package org.bihuan.shared.queue;

import io.quarkus.scheduler.Scheduled;

/** Looks for work that is due. */
class JobQueueJob {
    private final JobWorker worker;

    JobQueueJob(JobWorker worker) {
        this.worker = worker;
    }

    @Scheduled(every = "{bihuan.jobs.look-for-work}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        worker.work();
    }
}
