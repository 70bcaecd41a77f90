package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.TimeWindow;
import org.jspecify.annotations.Nullable;

/** The deadlines of a work order's present round, as a value: every change gives new ones. */
record Clocks(List<Deadline> deadlines) {
    /** From the first ring; accepting is counted only once somebody has been asked. */
    static Clocks start(Instant at, @Nullable TimeWindow appointment, ClockTerms terms) {
        List<Deadline> started = new ArrayList<>();
        for (ClockName name : List.of(ClockName.DISPATCH, ClockName.FIRST_ANSWER, ClockName.ARRIVE, ClockName.FINISH)) {
            terms.plan()
                    .allowance(name)
                    .map(allowance -> Deadline.start(name, at, allowance, terms.hours()))
                    .ifPresent(started::add);
        }
        return new Clocks(List.copyOf(started)).withAppointment(appointment);
    }

    /** The owner's wish when to be visited moves the arrival, not the promise to be done. */
    Clocks withAppointment(@Nullable TimeWindow appointment) {
        return appointment == null
                ? this
                : change(
                        Set.of(ClockName.ARRIVE),
                        deadline -> deadline.isOpen() ? deadline.moveTo(appointment.to()) : deadline);
    }

    Clocks begin(ClockName name, Instant at, ClockTerms terms) {
        List<Deadline> others = new ArrayList<>(deadlines);
        others.removeIf(deadline -> deadline.name() == name);
        terms.plan()
                .allowance(name)
                .map(allowance -> Deadline.start(name, at, allowance, terms.hours()))
                .ifPresent(others::add);
        return new Clocks(List.copyOf(others));
    }

    Clocks meet(Instant at, ClockName... names) {
        return change(Set.of(names), deadline -> deadline.isOpen() ? deadline.met(at) : deadline);
    }

    /** The work is done; ringing back is not part of it. */
    Clocks meetAll(Instant at) {
        return change(ofTheWork(), deadline -> deadline.isOpen() ? deadline.met(at) : deadline);
    }

    private static Set<ClockName> ofTheWork() {
        return EnumSet.complementOf(EnumSet.of(ClockName.FOLLOW_UP));
    }

    /** In calling hours already, so it is given and not counted. */
    Clocks beginFollowUp(Instant opensAt, Instant dueAt) {
        List<Deadline> others = new ArrayList<>(deadlines);
        others.removeIf(deadline -> deadline.name() == ClockName.FOLLOW_UP);
        others.add(Deadline.given(ClockName.FOLLOW_UP, opensAt, dueAt));
        return new Clocks(List.copyOf(others));
    }

    Clocks moveFollowUp(Instant dueAt) {
        return change(Set.of(ClockName.FOLLOW_UP), deadline -> deadline.isOpen() ? deadline.moveTo(dueAt) : deadline);
    }

    Clocks drop(ClockName name) {
        return new Clocks(deadlines.stream()
                .filter(deadline -> deadline.name() != name || !deadline.isOpen())
                .toList());
    }

    Clocks stopAll() {
        return change(Set.of(ClockName.values()), deadline -> deadline.isOpen() ? deadline.stop() : deadline);
    }

    Clocks pauseFinish(Instant at) {
        return change(Set.of(ClockName.FINISH), deadline -> deadline.isOpen() ? deadline.pause(at) : deadline);
    }

    Clocks resumeFinish(Instant at, OpenHours hours) {
        return change(Set.of(ClockName.FINISH), deadline -> deadline.isOpen() ? deadline.resume(at, hours) : deadline);
    }

    /**
     * After a change of priority, category or appointment: what is still open gets its new allowance, from where it began.
     * What is not planned, the follow-up, stays.
     */
    Clocks replan(@Nullable TimeWindow appointment, ClockTerms terms) {
        List<Deadline> replanned = deadlines.stream()
                .map(old -> old.isOpen()
                        ? terms.plan()
                                .allowance(old.name())
                                .map(allowance -> old.replan(allowance, terms.hours()))
                                .orElse(old)
                        : old)
                .toList();
        return new Clocks(replanned).withAppointment(appointment);
    }

    /** What was counted before and is counted no more, or anew. */
    List<Deadline> endedSince(Clocks before) {
        return before.deadlines().stream()
                .filter(was -> deadlines.stream()
                        .noneMatch(now ->
                                now.name() == was.name() && now.startedAt().equals(was.startedAt())))
                .toList();
    }

    /** What was due at another time before. */
    List<Moved> movedSince(Clocks before) {
        return deadlines.stream()
                .flatMap(now -> before.deadlines().stream()
                        .filter(was -> was.name() == now.name() && !was.dueAt().equals(now.dueAt()))
                        .map(was -> new Moved(now.name(), was.dueAt(), now.dueAt())))
                .toList();
    }

    record Moved(ClockName name, Instant wasDueAt, Instant dueAt) {}

    /** When the next running deadline is due; null when none runs. */
    @Nullable
    Instant nextDueAt() {
        return deadlines.stream()
                .filter(Deadline::isRunning)
                .map(Deadline::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Clocks change(Set<ClockName> names, UnaryOperator<Deadline> change) {
        return new Clocks(deadlines.stream()
                .map(deadline -> names.contains(deadline.name()) ? change.apply(deadline) : deadline)
                .toList());
    }
}
