package org.bihuan.workorder.domain;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.calendar.WorkingTime;

/** The time a deadline is counted in: the community's working time, or every hour of the day. */
record OpenHours(WorkingTime working) {
    /** In which nothing is due later than in any other. */
    static final OpenHours EVERY_HOUR = new OpenHours(WorkingTime.aroundTheClock());

    Instant plus(boolean aroundTheClock, Instant from, Duration duration) {
        return of(aroundTheClock).plus(from, duration);
    }

    Duration between(boolean aroundTheClock, Instant from, Instant to) {
        return of(aroundTheClock).between(from, to);
    }

    private WorkingTime of(boolean aroundTheClock) {
        return aroundTheClock ? WorkingTime.aroundTheClock() : working;
    }
}
