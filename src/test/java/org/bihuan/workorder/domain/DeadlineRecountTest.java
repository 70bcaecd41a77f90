package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bihuan.calendar.Moments.Moment;
import org.bihuan.calendar.WorkingTime;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.domain.SlowCount.Held;

class DeadlineRecountTest {
    private static final OpenHours ALWAYS = new OpenHours(WorkingTime.aroundTheClock());
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Property(tries = 2500)
    void theDueTimeEqualsTheSlowCountThroughAnyHolds(
            @ForAll("moments") Moment moment,
            @ForAll("allowances") ClockPlan.Allowance allowance,
            @ForAll("holds") List<Duration> holds) {
        Deadline deadline = held(moment, allowance, holds);
        assertThat(deadline.dueAt()).isEqualTo(slowly(moment, deadline).reached(allowance.duration()));
    }

    @Property(tries = 2500)
    void aShareIsUsedUpWhenTheSlowCountSaysSo(
            @ForAll("moments") Moment moment,
            @ForAll("allowances") ClockPlan.Allowance allowance,
            @ForAll("holds") List<Duration> holds,
            @ForAll @IntRange(min = 1, max = 400) int percent) {
        Deadline deadline = held(moment, allowance, holds);
        SlowCount slow = slowly(moment, deadline);
        Instant due = slow.reached(allowance.duration());
        Duration share = allowance.duration().multipliedBy(percent).dividedBy(100);
        assertThat(deadline.usedUp(percent, Works.hours(moment.recount())))
                .isEqualTo(slow.withHoldsBefore(due).reached(share));
        assertThat(deadline.usedUp(100, Works.hours(moment.recount()))).isEqualTo(due);
    }

    @Property(tries = 500)
    void aGivenDueTimeIsUsedUpInProportionToRealTime(
            @ForAll("moments") Moment moment,
            @ForAll("realTimes") Duration length,
            @ForAll @IntRange(min = 1, max = 400) int percent) {
        Instant due = moment.at().plus(length);
        Instant expected = moment.at().plusNanos(Math.multiplyExact(length.toSeconds(), percent * 10_000_000L));
        assertThat(Deadline.given(ClockName.FOLLOW_UP, moment.at(), due).usedUp(percent, Works.hours(moment.recount())))
                .isEqualTo(expected);
        assertThat(planned(moment, new ClockPlan.Allowance(Duration.ofHours(1), false))
                        .moveTo(due)
                        .usedUp(percent, Works.hours(moment.recount())))
                .isEqualTo(expected);
    }

    @Example
    void aHoldAfterTheBreachDelaysNoEscalation() {
        Deadline late = Deadline.start(
                        ClockName.FINISH, MONDAY, new ClockPlan.Allowance(Duration.ofHours(2), true), ALWAYS)
                .pause(MONDAY.plus(Duration.ofHours(2)));
        assertThat(late.usedUp(150, ALWAYS)).isEqualTo(MONDAY.plus(Duration.ofHours(3)));
        assertThat(late.isPaused()).isFalse();
    }

    @Example
    void nothingIsUsedUpByLessThanOnePercent() {
        Deadline deadline = Deadline.given(ClockName.FOLLOW_UP, MONDAY, MONDAY.plusSeconds(60));
        assertThatThrownBy(() -> deadline.usedUp(0, ALWAYS)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Deadline planned(Moment moment, ClockPlan.Allowance allowance) {
        return Deadline.start(ClockName.FINISH, moment.at(), allowance, Works.hours(moment.recount()));
    }

    /** Held and resumed in turn, so long after each other; held still when their number is odd. */
    private static Deadline held(Moment moment, ClockPlan.Allowance allowance, List<Duration> turns) {
        OpenHours hours = Works.hours(moment.recount());
        Deadline deadline = planned(moment, allowance);
        Instant now = moment.at();
        for (int i = 0; i < turns.size(); i++) {
            now = now.plus(turns.get(i));
            deadline = i % 2 == 0 ? deadline.pause(now) : deadline.resume(now, hours);
        }
        return deadline;
    }

    private static SlowCount slowly(Moment moment, Deadline deadline) {
        List<Held> holds = new ArrayList<>();
        deadline.pauses().forEach(pause -> holds.add(new Held(pause.from(), pause.to())));
        return new SlowCount(moment.recount(), deadline.aroundTheClock(), moment.at(), holds);
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Works.moments();
    }

    @Provide
    Arbitrary<ClockPlan.Allowance> allowances() {
        return Works.allowances();
    }

    @Provide
    Arbitrary<List<Duration>> holds() {
        Arbitrary<Duration> turn = Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 600),
                        Arbitraries.longs().between(1, 3 * 86_400L),
                        Arbitraries.longs().between(1, 12).map(hours -> hours * 3600))
                .map(Duration::ofSeconds);
        return turn.list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Duration> realTimes() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3600),
                        Arbitraries.integers().between(0, 30))
                .as((seconds, days) -> Duration.ofDays(days).plusSeconds(seconds));
    }
}
