package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.TimeWindow;
import org.jspecify.annotations.Nullable;

/** The deadlines of a work order's present round, as a value: every change gives new ones. */
record Clocks(List<Deadline> deadlines) {
    /** From the first ring; accepting is counted only once somebody has been asked. */
    static Clocks start(ClockPlan plan, Instant at, @Nullable TimeWindow appointment, OpenHours hours) {
        List<Deadline> started = new ArrayList<>();
        for (ClockName name : List.of(ClockName.DISPATCH, ClockName.FIRST_ANSWER, ClockName.ARRIVE, ClockName.FINISH)) {
            plan.allowance(name)
                    .map(allowance -> Deadline.start(name, at, allowance, hours))
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

    Clocks begin(ClockName name, ClockPlan plan, Instant at, OpenHours hours) {
        List<Deadline> others = new ArrayList<>(deadlines);
        others.removeIf(deadline -> deadline.name() == name);
        plan.allowance(name)
                .map(allowance -> Deadline.start(name, at, allowance, hours))
                .ifPresent(others::add);
        return new Clocks(List.copyOf(others));
    }

    Clocks meet(Instant at, ClockName... names) {
        return change(Set.of(names), deadline -> deadline.isOpen() ? deadline.met(at) : deadline);
    }

    Clocks meetAll(Instant at) {
        return meet(at, ClockName.values());
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

    /** After a change of priority, category or appointment: what is still open gets its new allowance, from where it began. */
    Clocks replan(ClockPlan plan, @Nullable TimeWindow appointment, OpenHours hours) {
        List<Deadline> replanned = deadlines.stream()
                .map(old -> old.isOpen()
                        ? plan.allowance(old.name())
                                .map(allowance -> old.replan(allowance, hours))
                                .orElseGet(old::stop)
                        : old)
                .toList();
        return new Clocks(replanned).withAppointment(appointment);
    }

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
