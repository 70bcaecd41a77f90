package org.bihuan.workorder.domain;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;

/**
 * How long each step may take.
 *
 * <p>Emergency and urgent: Beijing residential property service standard 2025 (on site in 15 minutes) and the association's
 * grade standard (urgent repair within 30 to 60 minutes), household water and power the same night by the former ministry's
 * rule. Normal repairs within 3 days: former ministry's rule. Complaints: Beijing 2025, the state of handling to the owner
 * within 4 hours. Low: house rule. A day of working time is counted as {@link #WORKING_DAY}.
 */
record ClockPlan(Map<ClockName, Allowance> allowances) {
    /** The hours of work that make up "a day" where a rule speaks of days: 08:30 to 18:00. */
    static final Duration WORKING_DAY = ofMinutes(570);

    /** @param aroundTheClock counted in real time; else in the community's working time */
    record Allowance(Duration duration, boolean aroundTheClock) {}

    static ClockPlan of(Kind kind, Priority priority) {
        Map<ClockName, Allowance> plan = switch (priority) {
            case EMERGENCY -> byTheClock(ofMinutes(5), ofMinutes(5), ofMinutes(15), ofHours(24));
            case URGENT -> byTheClock(ofMinutes(15), ofMinutes(15), ofHours(1), ofHours(24));
            case NORMAL -> inWorkingTime(ofMinutes(30), ofMinutes(30), WORKING_DAY, days(3));
            case LOW -> inWorkingTime(ofHours(4), ofHours(4), days(3), days(7));
        };
        if (kind == Kind.COMPLAINT) {
            forComplaints(plan, priority);
        }
        return new ClockPlan(plan);
    }

    /** A complaint has its own row; an urgent one keeps what is stricter. Nobody needs to arrive anywhere. */
    private static void forComplaints(Map<ClockName, Allowance> plan, Priority priority) {
        boolean strict = priority == Priority.EMERGENCY || priority == Priority.URGENT;
        if (!strict) {
            plan.put(ClockName.DISPATCH, new Allowance(ofMinutes(30), false));
            plan.put(ClockName.ACCEPT, new Allowance(ofHours(1), false));
            plan.put(ClockName.FINISH, new Allowance(days(3), false));
        }
        plan.remove(ClockName.ARRIVE);
        plan.put(ClockName.FIRST_ANSWER, new Allowance(ofHours(4), strict));
    }

    Optional<Allowance> allowance(ClockName name) {
        return Optional.ofNullable(allowances.get(name));
    }

    private static Map<ClockName, Allowance> byTheClock(
            Duration dispatch, Duration accept, Duration arrive, Duration finish) {
        return plan(true, dispatch, accept, arrive, finish);
    }

    private static Map<ClockName, Allowance> inWorkingTime(
            Duration dispatch, Duration accept, Duration arrive, Duration finish) {
        return plan(false, dispatch, accept, arrive, finish);
    }

    private static Map<ClockName, Allowance> plan(
            boolean aroundTheClock, Duration dispatch, Duration accept, Duration arrive, Duration finish) {
        Map<ClockName, Allowance> plan = new EnumMap<>(ClockName.class);
        plan.put(ClockName.DISPATCH, new Allowance(dispatch, aroundTheClock));
        plan.put(ClockName.ACCEPT, new Allowance(accept, aroundTheClock));
        plan.put(ClockName.ARRIVE, new Allowance(arrive, aroundTheClock));
        plan.put(ClockName.FINISH, new Allowance(finish, aroundTheClock));
        return plan;
    }

    private static Duration days(int number) {
        return WORKING_DAY.multipliedBy(number);
    }
}
