package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bihuan.calendar.DailyHours;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.calendar.WorkingTime;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.ClockState;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.TimeWindow;
import org.junit.jupiter.api.Test;

class ClocksTest {
    /** A Monday, 10:00 in Shanghai. */
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T02:00:00Z");

    private static final OpenHours HOURS = new OpenHours(
            new WorkingTime(ZoneId.of("Asia/Shanghai"), DailyHours.parse("08:30-18:00"), WorkingDays.MONDAY_TO_FRIDAY));

    private static ClockTerms terms(Kind kind, Priority priority) {
        List<ClockRule> rules =
                ClockDefaults.ALL.stream().map(ClockDefaults.Start::rule).toList();
        return new ClockTerms(ClockPlan.of(kind, priority, null, rules), HOURS);
    }

    private static Clocks clocks(Kind kind, Priority priority) {
        return Clocks.start(MONDAY_TEN, null, terms(kind, priority));
    }

    private static Deadline deadline(Clocks clocks, ClockName name) {
        return clocks.deadlines().stream()
                .filter(deadline -> deadline.name() == name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEmergencyMustBeReachedIn15MinutesAroundTheClock() {
        Instant night = Instant.parse("2026-11-22T19:00:00Z");
        Clocks clocks = Clocks.start(night, null, terms(Kind.REPAIR, Priority.EMERGENCY));
        assertThat(deadline(clocks, ClockName.DISPATCH).dueAt()).isEqualTo(night.plus(Duration.ofMinutes(5)));
        assertThat(deadline(clocks, ClockName.ARRIVE).dueAt()).isEqualTo(night.plus(Duration.ofMinutes(15)));
        assertThat(deadline(clocks, ClockName.FINISH).dueAt()).isEqualTo(night.plus(Duration.ofHours(24)));
    }

    @Test
    void aNormalRepairIsCountedInWorkingTime() {
        Clocks clocks = clocks(Kind.REPAIR, Priority.NORMAL);
        assertThat(deadline(clocks, ClockName.FINISH).dueAt()).isEqualTo(Instant.parse("2026-11-26T02:00:00Z"));
        assertThat(clocks.nextDueAt()).isEqualTo(MONDAY_TEN.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aComplaintIsAnsweredWithinFourHoursAndNobodyHasToArrive() {
        Clocks clocks = clocks(Kind.COMPLAINT, Priority.NORMAL);
        assertThat(deadline(clocks, ClockName.FIRST_ANSWER).dueAt()).isEqualTo(MONDAY_TEN.plus(Duration.ofHours(4)));
        assertThat(clocks.deadlines()).noneMatch(deadline -> deadline.name() == ClockName.ARRIVE);
    }

    @Test
    void anAppointmentMovesTheArrivalOnly() {
        TimeWindow tomorrow =
                new TimeWindow(MONDAY_TEN.plus(Duration.ofDays(1)), MONDAY_TEN.plus(Duration.ofHours(26)));
        Clocks clocks = Clocks.start(MONDAY_TEN, tomorrow, terms(Kind.REPAIR, Priority.NORMAL));
        assertThat(deadline(clocks, ClockName.ARRIVE).dueAt()).isEqualTo(tomorrow.to());
        assertThat(deadline(clocks, ClockName.FINISH).dueAt()).isEqualTo(Instant.parse("2026-11-26T02:00:00Z"));
    }

    @Test
    void holdingPausesTheFinishForExactlyAsLongAsItLasts() {
        Clocks clocks = clocks(Kind.REPAIR, Priority.URGENT);
        Instant held = MONDAY_TEN.plus(Duration.ofHours(3));
        Instant resumed = held.plus(Duration.ofMinutes(95));
        Clocks paused = clocks.pauseFinish(held);
        assertThat(deadline(paused, ClockName.FINISH).state(resumed)).isEqualTo(ClockState.PAUSED);
        assertThat(deadline(paused.resumeFinish(resumed, HOURS), ClockName.FINISH)
                        .dueAt())
                .isEqualTo(deadline(clocks, ClockName.FINISH).dueAt().plus(Duration.ofMinutes(95)));
    }

    @Test
    void aDeadlineThatHasPassedIsNotRevivedByAHold() {
        Clocks clocks = clocks(Kind.REPAIR, Priority.EMERGENCY);
        Instant tooLate = MONDAY_TEN.plus(Duration.ofHours(25));
        Clocks paused = clocks.pauseFinish(tooLate);
        assertThat(deadline(paused, ClockName.FINISH).state(tooLate)).isEqualTo(ClockState.OVERDUE);
    }

    @Test
    void aHigherPriorityIsPlannedFromTheBeginning() {
        Clocks urgent = clocks(Kind.REPAIR, Priority.URGENT).replan(null, terms(Kind.REPAIR, Priority.EMERGENCY));
        assertThat(deadline(urgent, ClockName.ARRIVE).dueAt()).isEqualTo(MONDAY_TEN.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aMetDeadlineTellsWhetherItWasMetInTime() {
        Clocks clocks = clocks(Kind.REPAIR, Priority.EMERGENCY);
        Instant late = MONDAY_TEN.plus(Duration.ofMinutes(6));
        assertThat(deadline(clocks.meet(late, ClockName.DISPATCH), ClockName.DISPATCH)
                        .state(late))
                .isEqualTo(ClockState.MISSED);
        assertThat(deadline(clocks.meet(late, ClockName.ARRIVE), ClockName.ARRIVE)
                        .state(late))
                .isEqualTo(ClockState.MET);
    }

    @Test
    void aChangeOfPriorityKeepsWhatWasPaused() {
        Instant held = MONDAY_TEN.plus(Duration.ofHours(1));
        Instant resumed = held.plus(Duration.ofDays(3));
        Clocks urgent = clocks(Kind.REPAIR, Priority.NORMAL)
                .pauseFinish(held)
                .resumeFinish(resumed, HOURS)
                .replan(null, terms(Kind.REPAIR, Priority.URGENT));
        assertThat(deadline(urgent, ClockName.FINISH).dueAt()).isEqualTo(MONDAY_TEN.plus(Duration.ofDays(4)));
    }

    @Test
    void aChangeOfPriorityDuringAHoldStaysPaused() {
        Instant held = MONDAY_TEN.plus(Duration.ofHours(1));
        Clocks urgent = clocks(Kind.REPAIR, Priority.NORMAL)
                .pauseFinish(held)
                .replan(null, terms(Kind.REPAIR, Priority.URGENT));
        Deadline finish = deadline(urgent, ClockName.FINISH);
        assertThat(finish.state(held.plus(Duration.ofDays(9)))).isEqualTo(ClockState.PAUSED);
        assertThat(deadline(urgent.resumeFinish(held.plus(Duration.ofDays(9)), HOURS), ClockName.FINISH)
                        .dueAt())
                .isEqualTo(MONDAY_TEN.plus(Duration.ofDays(10)));
    }

    @Test
    void anAppointmentThatIsWithdrawnGivesThePlanBack() {
        TimeWindow farAway = new TimeWindow(MONDAY_TEN, Instant.parse("2199-01-01T00:00:00Z"));
        ClockTerms terms = terms(Kind.REPAIR, Priority.NORMAL);
        Clocks clocks = Clocks.start(MONDAY_TEN, farAway, terms).replan(null, terms);
        assertThat(clocks).isEqualTo(clocks(Kind.REPAIR, Priority.NORMAL));
    }

    @Test
    void anAppointmentThatIsOverAlreadyMovesNothing() {
        TimeWindow gone = new TimeWindow(MONDAY_TEN.minusSeconds(7200), MONDAY_TEN.minusSeconds(3600));
        assertThat(Clocks.start(MONDAY_TEN, gone, terms(Kind.REPAIR, Priority.NORMAL)))
                .isEqualTo(clocks(Kind.REPAIR, Priority.NORMAL));
    }

    @Test
    void whoIsHeldWhenItWasDueGetsTheHoldOnceMoreIsAllowed() {
        Instant tooLate = MONDAY_TEN.plus(Duration.ofHours(25));
        Clocks held = clocks(Kind.REPAIR, Priority.EMERGENCY).pauseFinish(tooLate);
        Clocks normal = held.replan(null, terms(Kind.REPAIR, Priority.NORMAL));
        assertThat(deadline(normal, ClockName.FINISH).state(tooLate.plusSeconds(1)))
                .isEqualTo(ClockState.PAUSED);
    }

    @Test
    void finishingTheWorkLeavesTheFollowUpToBeMade() {
        Instant due = MONDAY_TEN.plus(Duration.ofDays(1));
        Clocks clocks = clocks(Kind.REPAIR, Priority.NORMAL)
                .beginFollowUp(MONDAY_TEN, due)
                .meetAll(MONDAY_TEN);
        assertThat(deadline(clocks, ClockName.FOLLOW_UP).isRunning()).isTrue();
        assertThat(clocks.nextDueAt()).isEqualTo(due);
        assertThat(clocks.replan(null, terms(Kind.REPAIR, Priority.URGENT))).isEqualTo(clocks);
    }

    @Test
    void clocksThatBeginAnewAreToldApartFromThoseThatGoOn() {
        ClockTerms terms = terms(Kind.REPAIR, Priority.NORMAL);
        Clocks before = clocks(Kind.REPAIR, Priority.NORMAL).meet(MONDAY_TEN.plusSeconds(60), ClockName.DISPATCH);
        Clocks after = before.begin(ClockName.DISPATCH, MONDAY_TEN.plusSeconds(600), terms);
        assertThat(after.endedSince(before)).containsExactly(deadline(before, ClockName.DISPATCH));
    }
}
