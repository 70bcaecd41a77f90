package org.bihuan.shared.search;

import io.quarkus.scheduler.Scheduled;

/** Goes on with what search does not know yet. */
class SearchCatchUpJob {
    private final SearchCatchUp catchUp;

    SearchCatchUpJob(SearchCatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Scheduled(every = "{bihuan.jobs.search-catch-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        catchUp.goOn();
    }
}
