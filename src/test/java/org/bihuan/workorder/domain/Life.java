package org.bihuan.workorder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.TimeWindow;
import org.bihuan.workorder.domain.ClockPlan.Allowance;
import org.jspecify.annotations.Nullable;

/** What happens to one order, step after step; some steps come to nothing, as they do when people try. */
record Life(Terms first, List<Step> steps) {
    enum Deed {
        DISPATCH,
        ACCEPT,
        SEND_BACK,
        START,
        ANSWER,
        HOLD,
        RESUME,
        CHANGE
    }

    /**
     * What is allowed, and until when an appointment lasts.
     *
     * @param appointment after the order was registered; null for none
     */
    record Terms(
            Map<ClockName, Allowance> allowed, @Nullable Duration appointment) {}

    /** @param terms what a change changes to */
    record Step(Duration later, Deed deed, Terms terms) {}

    static Arbitrary<Life> lives() {
        Arbitrary<Step> step = Combinators.combine(pauses(), Arbitraries.of(Deed.values()), terms())
                .as(Step::new);
        return Combinators.combine(terms(), step.list().ofMaxSize(12)).as(Life::new);
    }

    private static Arbitrary<Duration> pauses() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 600),
                        Arbitraries.longs().between(1, 86_400L),
                        Arbitraries.longs().between(1, 8).map(hours -> hours * 3600))
                .map(Duration::ofSeconds);
    }

    private static Arbitrary<Terms> terms() {
        Arbitrary<Duration> appointment =
                Arbitraries.longs().between(-3600, 6 * 86_400L).map(Duration::ofSeconds);
        return Combinators.combine(Works.allowances().list().ofSize(5), appointment.injectNull(0.6))
                .as((five, until) -> new Terms(
                        Map.of(
                                ClockName.DISPATCH, five.get(0),
                                ClockName.ACCEPT, five.get(1),
                                ClockName.ARRIVE, five.get(2),
                                ClockName.FIRST_ANSWER, five.get(3),
                                ClockName.FINISH, five.get(4)),
                        until));
    }

    static @Nullable TimeWindow window(Terms terms, Instant registered) {
        if (terms.appointment() == null) {
            return null;
        }
        Instant until = registered.plus(terms.appointment());
        return new TimeWindow(until.minusSeconds(7200), until);
    }
}
