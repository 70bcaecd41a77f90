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
 * a change of plan loses nothing. One whose due time is given, not counted, is allowed the real time until then.
 *
 * @param allowed how long it may take, in working time or, around the clock, in real time
 * @param pauses what does not count, in order; the last one may still be going on. One that began when it was due already
 *     pauses nothing, but would if more were allowed
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

    /** @param dueAt when it is due, whatever hours somebody works */
    static Deadline given(ClockName name, Instant at, Instant dueAt) {
        return new Deadline(name, at, Duration.between(at, dueAt), true, List.of(), dueAt, null, false);
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

    /** A deadline that had passed is not revived by a pause. */
    boolean isPaused() {
        return isHeld() && counts(pauses.getLast());
    }

    private boolean isHeld() {
        return !pauses.isEmpty() && pauses.getLast().to() == null;
    }

    /** Those that did delay it. */
    List<Pause> countedPauses() {
        return pauses.stream().filter(this::counts).toList();
    }

    private boolean counts(Pause pause) {
        return pause.from().isBefore(dueAt);
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

    Deadline pause(Instant at) {
        return isHeld() ? this : with(append(pauses, new Pause(at, null)), dueAt);
    }

    Deadline resume(Instant at, OpenHours hours) {
        if (!isHeld()) {
            return this;
        }
        List<Pause> ended = append(
                pauses.subList(0, pauses.size() - 1), new Pause(pauses.getLast().from(), at));
        return with(
                ended,
                isPaused() ? due(startedAt, new ClockPlan.Allowance(allowed, aroundTheClock), ended, hours) : dueAt);
    }

    /** An appointment stands in place of what was planned; one that was over before all this began moves nothing. */
    Deadline moveTo(Instant appointment) {
        return appointment.isAfter(startedAt) ? given(name, startedAt, appointment) : this;
    }

    /**
     * The instant at which so much of the allowance is used up; at 100 it is due. What was paused, and what is not working
     * time, uses up nothing, but a hold that began after it was due stops nothing. While paused, when it would have been.
     *
     * @param percent 1 or more, also beyond 100
     * @throws IllegalArgumentException below 1
     */
    Instant usedUp(int percent, OpenHours hours) {
        if (percent < 1) {
            throw new IllegalArgumentException("not a share of an allowance: " + percent + " %");
        }
        if (percent == 100) {
            return dueAt;
        }
        Duration share = allowed.multipliedBy(percent).dividedBy(100);
        Instant at = due(startedAt, new ClockPlan.Allowance(share, aroundTheClock), countedPauses(), hours);
        // The calendar may have been edited since it was planned: a warning still comes before the breach.
        boolean outOfOrder = percent < 100 ? at.isAfter(dueAt) : at.isBefore(dueAt);
        return outOfOrder ? dueAt : at;
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
