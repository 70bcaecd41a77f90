package org.bihuan.workorder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of the present round. When it is due always follows from when it began, what is allowed and its pauses, so that
 * a change of plan loses nothing.
 *
 * @param allowed how long it may take, in working time or, around the clock, in real time
 * @param pauses what does not count, in order; the last one may still be going on
 * @param dueAt when it is due; while paused, when it would have been
 */
record Deadline(
        ClockName name,
        Instant startedAt,
        Duration allowed,
        boolean aroundTheClock,
        List<Pause> pauses,
        Instant dueAt,
        @Nullable Instant metAt,
        boolean stopped) {

    static Deadline start(ClockName name, Instant at, ClockPlan.Allowance allowance, OpenHours hours) {
        return planned(name, at, allowance, List.of(), hours);
    }

    private static Deadline planned(
            ClockName name, Instant at, ClockPlan.Allowance allowance, List<Pause> pauses, OpenHours hours) {
        Instant due = due(at, allowance, pauses, hours);
        return new Deadline(name, at, allowance.duration(), allowance.aroundTheClock(), pauses, due, null, false);
    }

    private static Instant due(Instant at, ClockPlan.Allowance allowance, List<Pause> pauses, OpenHours hours) {
        Instant from = at;
        Duration left = allowance.duration();
        for (Pause pause : pauses) {
            Duration used = hours.between(allowance.aroundTheClock(), from, pause.from());
            if (used.compareTo(left) >= 0) {
                break; // it was due before this pause began
            }
            left = left.minus(used);
            from = pause.to() == null ? pause.from() : pause.to();
        }
        return hours.plus(allowance.aroundTheClock(), from, left);
    }

    boolean isOpen() {
        return metAt == null && !stopped;
    }

    boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().to() == null;
    }

    boolean isRunning() {
        return isOpen() && !isPaused();
    }

    Deadline met(Instant at) {
        return new Deadline(name, startedAt, allowed, aroundTheClock, pauses, dueAt, at, stopped);
    }

    Deadline stop() {
        return new Deadline(name, startedAt, allowed, aroundTheClock, pauses, dueAt, metAt, true);
    }

    /** A deadline that has passed is not revived by a pause. */
    Deadline pause(Instant at) {
        return at.isBefore(dueAt) ? with(append(pauses, new Pause(at, null)), dueAt) : this;
    }

    Deadline resume(Instant at, OpenHours hours) {
        if (!isPaused()) {
            return this;
        }
        List<Pause> ended = append(
                pauses.subList(0, pauses.size() - 1), new Pause(pauses.getLast().from(), at));
        return with(ended, due(startedAt, new ClockPlan.Allowance(allowed, aroundTheClock), ended, hours));
    }

    /** An appointment stands in place of what was planned. */
    Deadline moveTo(Instant appointment) {
        return with(pauses, appointment);
    }

    /** With another allowance, as if it had been that from the beginning; what was paused stays paused. */
    Deadline replan(ClockPlan.Allowance allowance, OpenHours hours) {
        return planned(name, startedAt, allowance, pauses, hours);
    }

    private Deadline with(List<Pause> otherPauses, Instant due) {
        return new Deadline(name, startedAt, allowed, aroundTheClock, otherPauses, due, metAt, stopped);
    }

    private static List<Pause> append(List<Pause> pauses, Pause last) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(last);
        return List.copyOf(all);
    }

    ClockState state(Instant now) {
        if (metAt != null) {
            return metAt.isAfter(dueAt) ? ClockState.MISSED : ClockState.MET;
        }
        if (stopped) {
            return ClockState.STOPPED;
        }
        if (isPaused()) {
            return ClockState.PAUSED;
        }
        return now.isAfter(dueAt) ? ClockState.OVERDUE : ClockState.RUNNING;
    }
}
