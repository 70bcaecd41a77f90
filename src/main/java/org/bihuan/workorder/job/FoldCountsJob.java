package org.bihuan.workorder.job;

import io.quarkus.scheduler.Scheduled;
import org.bihuan.workorder.domain.EndedOrders;

/** Keeps the changes of the counters few. */
class FoldCountsJob {
    private final EndedOrders ended;

    FoldCountsJob(EndedOrders ended) {
        this.ended = ended;
    }

    @Scheduled(every = "{bihuan.jobs.fold-counts}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        ended.fold();
    }
}
