package org.bihuan.estate.job;

import io.quarkus.scheduler.Scheduled;
import org.bihuan.estate.domain.CalendarYears;

/** Fires the filling of calendars, so that a company can run for years; soon after the start too, for one that stood still. */
class FillCalendarsJob {
    private final CalendarYears years;

    FillCalendarsJob(CalendarYears years) {
        this.years = years;
    }

    @Scheduled(every = "{bihuan.jobs.fill-calendars}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        years.fillAll();
    }
}
