package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.calendar.ClockRecount;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.domain.Life.Deed;
import org.bihuan.workorder.domain.Life.Terms;
import org.bihuan.workorder.domain.SlowCount.Held;
import org.jspecify.annotations.Nullable;

/** The due times of a life told from its protocol alone: when each clock began, what it is allowed, when it was held. */
final class LifeRecount {
    private final ClockRecount wallClock;
    private final Instant registered;
    private final Map<ClockName, Instant> began = new EnumMap<>(ClockName.class);
    private final Map<ClockName, Terms> planned = new EnumMap<>(ClockName.class);
    private final Map<ClockName, Instant> met = new EnumMap<>(ClockName.class);
    private final List<Held> holds = new ArrayList<>();
    private Terms terms;
    private @Nullable Instant heldSince;

    LifeRecount(ClockRecount wallClock, Instant registered, Terms first) {
        this.wallClock = wallClock;
        this.registered = registered;
        this.terms = first;
        begin(ClockName.DISPATCH, registered);
        begin(ClockName.FIRST_ANSWER, registered);
        begin(ClockName.ARRIVE, registered);
        begin(ClockName.FINISH, registered);
    }

    void tell(Life.Step step, Instant at) {
        if (step.deed() == Deed.CHANGE) {
            terms = step.terms();
            began.keySet().stream().filter(name -> !met.containsKey(name)).forEach(name -> planned.put(name, terms));
            return;
        }
        switch (step.deed()) {
            case DISPATCH -> {
                endHold(at);
                meet(ClockName.DISPATCH, at);
                begin(ClockName.ACCEPT, at);
            }
            case ACCEPT -> meet(ClockName.ACCEPT, at);
            case SEND_BACK -> sendBack(at);
            case START -> meet(ClockName.ARRIVE, at);
            case ANSWER -> meet(ClockName.FIRST_ANSWER, at);
            case HOLD -> heldSince = heldSince == null ? at : heldSince;
            case RESUME -> endHold(at);
            case CHANGE -> throw new IllegalStateException();
        }
    }

    private void sendBack(Instant at) {
        if (!met.containsKey(ClockName.ACCEPT)) {
            began.remove(ClockName.ACCEPT);
        }
        begin(ClockName.DISPATCH, at);
    }

    private void begin(ClockName name, Instant at) {
        began.put(name, at);
        planned.put(name, terms);
        met.remove(name);
    }

    private void meet(ClockName name, Instant at) {
        if (began.containsKey(name)) {
            met.putIfAbsent(name, at);
        }
    }

    private void endHold(Instant at) {
        if (heldSince != null) {
            holds.add(new Held(heldSince, at));
            heldSince = null;
        }
    }

    Map<ClockName, Instant> dueTimes() {
        Map<ClockName, Instant> due = new EnumMap<>(ClockName.class);
        began.forEach((name, at) -> due.put(name, due(name, at)));
        return due;
    }

    private Instant due(ClockName name, Instant at) {
        Terms by = planned.getOrDefault(name, terms);
        if (name == ClockName.ARRIVE
                && by.appointment() != null
                && by.appointment().isPositive()) {
            return registered.plus(by.appointment());
        }
        ClockPlan.Allowance allowance = Objects.requireNonNull(by.allowed().get(name));
        List<Held> held = name == ClockName.FINISH ? holds : List.of();
        return new SlowCount(wallClock, allowance.aroundTheClock(), at, held).reached(allowance.duration());
    }

    Map<ClockName, Instant> metTimes() {
        return met;
    }
}
