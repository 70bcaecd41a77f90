package org.bihuan.workorder.domain;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of the present round.
 *
 * @param allowed how long it may take, in working time or, around the clock, in real time
 * @param dueAt when it is due; while paused, when it would have been
 * @param remaining what is left of it while it is paused
 */
record Deadline(
        ClockName name,
        Instant startedAt,
        Duration allowed,
        boolean aroundTheClock,
        Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Duration remaining,
        boolean stopped) {

    static Deadline start(ClockName name, Instant at, ClockPlan.Allowance allowance, OpenHours hours) {
        return new Deadline(
                name,
                at,
                allowance.duration(),
                allowance.aroundTheClock(),
                hours.plus(allowance.aroundTheClock(), at, allowance.duration()),
                null,
                null,
                false);
    }

    boolean isOpen() {
        return metAt == null && !stopped;
    }

    boolean isRunning() {
        return isOpen() && remaining == null;
    }

    Deadline met(Instant at) {
        return new Deadline(name, startedAt, allowed, aroundTheClock, dueAt, at, null, stopped);
    }

    Deadline stop() {
        return new Deadline(name, startedAt, allowed, aroundTheClock, dueAt, metAt, null, true);
    }

    /** Nothing is left of a deadline that has already passed, and resuming does not revive it. */
    Deadline pause(Instant at, OpenHours hours) {
        Duration left = at.isBefore(dueAt) ? hours.between(aroundTheClock, at, dueAt) : Duration.ZERO;
        return at.isBefore(dueAt)
                ? new Deadline(name, startedAt, allowed, aroundTheClock, dueAt, metAt, left, stopped)
                : this;
    }

    Deadline resume(Instant at, OpenHours hours) {
        return remaining == null
                ? this
                : new Deadline(
                        name,
                        startedAt,
                        allowed,
                        aroundTheClock,
                        hours.plus(aroundTheClock, at, remaining),
                        metAt,
                        null,
                        stopped);
    }

    Deadline moveTo(Instant due) {
        return new Deadline(name, startedAt, allowed, aroundTheClock, due, metAt, remaining, stopped);
    }

    /** With another allowance: what has been used up of the old one counts, and pauses stay pauses. */
    Deadline replan(ClockPlan.Allowance allowance, Instant now, OpenHours hours) {
        Deadline fresh = start(name, startedAt, allowance, hours);
        if (allowance.aroundTheClock() != aroundTheClock) {
            return remaining == null ? fresh : fresh.pause(now, hours);
        }
        Duration left = remaining != null ? remaining : hours.between(aroundTheClock, now, dueAt);
        Duration newlyLeft = allowance.duration().minus(allowed.minus(left));
        if (newlyLeft.isNegative() || (remaining == null && !now.isBefore(dueAt))) {
            return fresh;
        }
        Instant due = hours.plus(aroundTheClock, now, newlyLeft);
        return new Deadline(
                name,
                startedAt,
                allowance.duration(),
                aroundTheClock,
                due,
                null,
                remaining == null ? null : newlyLeft,
                false);
    }

    ClockState state(Instant now) {
        if (metAt != null) {
            return metAt.isAfter(dueAt) ? ClockState.MISSED : ClockState.MET;
        }
        if (stopped) {
            return ClockState.STOPPED;
        }
        if (remaining != null) {
            return ClockState.PAUSED;
        }
        return now.isAfter(dueAt) ? ClockState.OVERDUE : ClockState.RUNNING;
    }
}
