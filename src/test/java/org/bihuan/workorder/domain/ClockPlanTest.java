package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.domain.ClockPlan.Allowance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClockPlanTest {
    private static final UUID LEAK = new UUID(7, 7);
    private static final List<ClockRule> DEFAULTS =
            ClockDefaults.ALL.stream().map(ClockDefaults.Start::rule).toList();

    /** The table of the domain, in minutes; a working day is 570 of them. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            REPAIR,    EMERGENCY, 5,   5,   15,   1440, -,   true
            REPAIR,    URGENT,    15,  15,  60,   1440, -,   true
            HAZARD,    NORMAL,    30,  30,  570,  1710, -,   false
            INQUIRY,   LOW,       240, 240, 1710, 3990, -,   false
            COMPLAINT, EMERGENCY, 5,   5,   -,    1440, 240, true
            COMPLAINT, URGENT,    15,  15,  -,    1440, 240, true
            COMPLAINT, NORMAL,    30,  60,  -,    1710, 240, false
            COMPLAINT, LOW,       30,  60,  -,    1710, 240, false
            """)
    void aCompanyStartsWithTheTableOfTheDomain(
            Kind kind,
            Priority priority,
            int dispatch,
            int accept,
            @Nullable Integer arrive,
            int finish,
            @Nullable Integer firstAnswer,
            boolean aroundTheClock) {
        ClockPlan plan = ClockPlan.of(kind, priority, null, DEFAULTS);
        assertThat(minutes(plan, ClockName.DISPATCH)).isEqualTo(dispatch);
        assertThat(minutes(plan, ClockName.ACCEPT)).isEqualTo(accept);
        assertThat(minutes(plan, ClockName.ARRIVE)).isEqualTo(arrive);
        assertThat(minutes(plan, ClockName.FINISH)).isEqualTo(finish);
        assertThat(minutes(plan, ClockName.FIRST_ANSWER)).isEqualTo(firstAnswer);
        assertThat(plan.allowances().values()).allMatch(allowance -> allowance.aroundTheClock() == aroundTheClock);
    }

    private static @Nullable Integer minutes(ClockPlan plan, ClockName name) {
        return plan.allowance(name)
                .map(allowance -> (int) allowance.duration().toMinutes())
                .orElse(null);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyClockOfEveryMatterHasADefaultThatSaysWhereItIsFrom(Kind kind) {
        for (Priority priority : Priority.values()) {
            assertThat(ClockPlan.of(kind, priority, LEAK, DEFAULTS).allowances().keySet())
                    .isEqualTo(ClockPlan.clocksOf(kind));
        }
        assertThat(ClockDefaults.ALL).allMatch(start -> start.source().matches("(?s).*\\p{IsHan}.* · [A-Z].*"));
    }

    @Test
    void theMoreSpecialRuleCountsWhateverTheirOrder() {
        List<ClockRule> rules = new ArrayList<>(DEFAULTS);
        rules.add(arrive(Kind.REPAIR, Priority.NORMAL, null, 100));
        assertThat(arriving(rules, null)).isEqualTo(100);
        rules.add(arrive(null, null, LEAK, 200));
        assertThat(arriving(rules, LEAK)).isEqualTo(200);
        rules.add(arrive(null, Priority.NORMAL, LEAK, 300));
        assertThat(arriving(rules, LEAK)).isEqualTo(300);
        assertThat(arriving(rules, new UUID(8, 8))).isEqualTo(100);
        Collections.reverse(rules);
        assertThat(arriving(rules, LEAK)).isEqualTo(300);
    }

    private static ClockRule arrive(
            @Nullable Kind kind, @Nullable Priority priority, @Nullable UUID category, int minutes) {
        return new ClockRule(
                kind, priority, category, ClockName.ARRIVE, new Allowance(Duration.ofMinutes(minutes), false));
    }

    private static @Nullable Integer arriving(List<ClockRule> rules, @Nullable UUID category) {
        return minutes(ClockPlan.of(Kind.REPAIR, Priority.NORMAL, category, rules), ClockName.ARRIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "P3D, false, PT28H30M, P3D",
        "P3D, true, PT72H, PT72H",
        "P1DT2H, false, PT11H30M, PT11H30M",
        "PT9H30M, false, PT9H30M, P1D",
        "PT15M, true, PT15M, PT15M",
        "pt1s, false, PT1S, PT1S"
    })
    void aDayOfWorkingTimeIsAWorkingDay(String text, boolean aroundTheClock, Duration meant, String shown) {
        Duration parsed = AllowanceText.parse(text, aroundTheClock);
        assertThat(parsed).isEqualTo(meant);
        assertThat(AllowanceText.of(new Allowance(parsed, aroundTheClock))).isEqualTo(shown);
    }
}
