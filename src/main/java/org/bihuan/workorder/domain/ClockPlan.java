package org.bihuan.workorder.domain;

import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;

/** How long each step of one matter may take, by the rules of its company. */
record ClockPlan(Map<ClockName, Allowance> allowances) {
    /** The hours of work that make up "a day" where a rule speaks of working days: 08:30 to 18:00. */
    static final Duration WORKING_DAY = ofMinutes(570);

    /** @param aroundTheClock counted in real time; else in the community's working time */
    record Allowance(Duration duration, boolean aroundTheClock) {}

    /**
     * By the most special rule for each clock: that of the category and priority, else of the category, else of the kind and
     * priority, else of the priority.
     *
     * @param rules those in force
     */
    static ClockPlan of(Kind kind, Priority priority, @Nullable UUID category, List<ClockRule> rules) {
        Map<ClockName, Allowance> plan = new EnumMap<>(ClockName.class);
        for (ClockName name : clocksOf(kind)) {
            ClockRule rule = rules.stream()
                    .filter(one -> one.clock() == name && one.covers(kind, priority, category))
                    .max(Comparator.comparingInt(ClockRule::speciality))
                    .orElseThrow(
                            () -> new IllegalStateException("a company has a rule for " + name + " from its founding"));
            plan.put(name, rule.allowance());
        }
        return new ClockPlan(plan);
    }

    /** A complaint is answered, and nobody has to arrive anywhere. */
    static Set<ClockName> clocksOf(Kind kind) {
        return switch (kind) {
            case COMPLAINT ->
                EnumSet.of(ClockName.DISPATCH, ClockName.ACCEPT, ClockName.FIRST_ANSWER, ClockName.FINISH);
            case REPAIR, VISIT, INQUIRY, SUGGESTION, HAZARD ->
                EnumSet.of(ClockName.DISPATCH, ClockName.ACCEPT, ClockName.ARRIVE, ClockName.FINISH);
        };
    }

    Optional<Allowance> allowance(ClockName name) {
        return Optional.ofNullable(allowances.get(name));
    }
}
