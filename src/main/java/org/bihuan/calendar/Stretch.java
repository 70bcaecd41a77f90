package org.bihuan.calendar;

import java.time.Duration;
import java.time.Instant;

/** An unbroken piece of real time, half open. */
record Stretch(Instant from, Instant to) {
    Duration length() {
        return Duration.between(from, to);
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
