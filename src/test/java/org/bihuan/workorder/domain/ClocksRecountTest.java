package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bihuan.calendar.Moments.Moment;
import org.bihuan.workorder.ClockName;

/** Whole lives of orders, with holds, changes of plan, appointments and returns to the desk, in all kinds of places. */
class ClocksRecountTest {
    @Property(tries = 3000)
    void allDueTimesEqualTheSlowRecountOfWhatHappened(@ForAll("moments") Moment moment, @ForAll("lives") Life life) {
        Instant now = moment.at();
        OpenHours hours = Works.hours(moment.recount());
        LifeRecount recount = new LifeRecount(moment.recount(), now, life.first());
        Clocks clocks = Clocks.start(now, Life.window(life.first(), now), terms(life.first(), hours));
        ClockTerms present = terms(life.first(), hours);
        for (Life.Step step : life.steps()) {
            now = now.plus(step.later());
            present = step.deed() == Life.Deed.CHANGE ? terms(step.terms(), hours) : present;
            clocks = lived(clocks, step, now, present, moment.at());
            recount.tell(step, now);
        }
        assertThat(due(clocks)).isEqualTo(recount.dueTimes());
        assertThat(met(clocks)).isEqualTo(recount.metTimes());
    }

    /** As the verbs of an order do it. */
    private static Clocks lived(Clocks clocks, Life.Step step, Instant now, ClockTerms terms, Instant registered) {
        return switch (step.deed()) {
            case DISPATCH ->
                clocks.resumeFinish(now, terms.hours())
                        .meet(now, ClockName.DISPATCH)
                        .begin(ClockName.ACCEPT, now, terms);
            case ACCEPT -> clocks.meet(now, ClockName.ACCEPT);
            case SEND_BACK -> clocks.drop(ClockName.ACCEPT).begin(ClockName.DISPATCH, now, terms);
            case START -> clocks.meet(now, ClockName.ARRIVE);
            case ANSWER -> clocks.meet(now, ClockName.FIRST_ANSWER);
            case HOLD -> clocks.pauseFinish(now);
            case RESUME -> clocks.resumeFinish(now, terms.hours());
            case CHANGE -> clocks.replan(Life.window(step.terms(), registered), terms);
        };
    }

    private static ClockTerms terms(Life.Terms terms, OpenHours hours) {
        return new ClockTerms(new ClockPlan(terms.allowed()), hours);
    }

    private static Map<ClockName, Instant> due(Clocks clocks) {
        Map<ClockName, Instant> due = new EnumMap<>(ClockName.class);
        clocks.deadlines().forEach(deadline -> due.put(deadline.name(), deadline.dueAt()));
        return due;
    }

    private static Map<ClockName, Instant> met(Clocks clocks) {
        Map<ClockName, Instant> met = new HashMap<>();
        for (Deadline deadline : clocks.deadlines()) {
            if (deadline.metAt() != null) {
                met.put(deadline.name(), deadline.metAt());
            }
        }
        return met;
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Works.moments();
    }

    @Provide
    Arbitrary<Life> lives() {
        return Life.lives();
    }
}
