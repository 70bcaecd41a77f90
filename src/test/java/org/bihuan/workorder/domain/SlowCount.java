package org.bihuan.workorder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.calendar.ClockRecount;
import org.jspecify.annotations.Nullable;

/**
 * A deadline counted the slow way: from one minute of the wall clock to the next, and where a hold begins or ends. It shares no
 * code with what it checks.
 */
record SlowCount(ClockRecount wallClock, boolean aroundTheClock, Instant startedAt, List<Held> holds) {
    /** @param to null while it is still held */
    record Held(Instant from, @Nullable Instant to) {
        boolean covers(Instant instant) {
            return to != null && !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    /** When so much has been used up. A hold that goes on has not happened yet: it tells when it would have been. */
    Instant reached(Duration amount) {
        Instant instant = startedAt;
        Duration left = amount;
        while (left.isPositive()) {
            Instant next = nextEvent(instant);
            if (counts(instant)) {
                Duration step = Duration.between(instant, next);
                step = step.compareTo(left) < 0 ? step : left;
                left = left.minus(step);
                instant = instant.plus(step);
            } else {
                instant = next;
            }
        }
        return instant;
    }

    /** The same without the holds that began when it was due already. */
    SlowCount withHoldsBefore(Instant due) {
        List<Held> before = new ArrayList<>();
        for (Held hold : holds) {
            if (hold.from().isBefore(due)) {
                before.add(hold);
            }
        }
        return new SlowCount(wallClock, aroundTheClock, startedAt, before);
    }

    private boolean counts(Instant instant) {
        for (Held hold : holds) {
            if (hold.covers(instant)) {
                return false;
            }
        }
        return aroundTheClock || wallClock.inside(instant);
    }

    private Instant nextEvent(Instant instant) {
        Instant next = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 60) * 60 + 60);
        for (Held hold : holds) {
            next = earlierAfter(instant, hold.from(), next);
            next = hold.to() == null ? next : earlierAfter(instant, hold.to(), next);
        }
        return next;
    }

    private static Instant earlierAfter(Instant now, Instant one, Instant other) {
        return one.isAfter(now) && one.isBefore(other) ? one : other;
    }
}
