package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.bihuan.calendar.DailyHours;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.calendar.WorkingTime;
import org.bihuan.workorder.ClockName;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    /** A Monday, 17:50 in Shanghai: ten minutes before they go home. */
    private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T09:50:00Z");

    private static final OpenHours HOURS = new OpenHours(
            new WorkingTime(ZoneId.of("Asia/Shanghai"), DailyHours.parse("08:30-18:00"), WorkingDays.MONDAY_TO_FRIDAY));

    private static final Announcements NOTHING_SAID = new Announcements(List.of());

    /** A hundred minutes, so that a minute is a percent. */
    private static Deadline hundredMinutes(ClockName name) {
        return Deadline.start(name, MONDAY_EVENING, new ClockPlan.Allowance(Duration.ofMinutes(100), true), HOURS);
    }

    private static Clocks clocks(Deadline... deadlines) {
        return new Clocks(List.of(deadlines));
    }

    private static Instant minute(int minute) {
        return MONDAY_EVENING.plus(Duration.ofMinutes(minute));
    }

    private static List<AnnouncementStep> said(Announcements before, Clocks clocks, Instant now) {
        return before.due(clocks, HOURS, now).stream().map(PassedStep::step).toList();
    }

    @Test
    void eachStepIsSaidWhenItsTimeHasComeAndOnlyOnce() {
        Clocks clocks = clocks(hundredMinutes(ClockName.DISPATCH));
        Announcements announcements = NOTHING_SAID;
        for (AnnouncementStep step : AnnouncementStep.values()) {
            Instant at = minute(step.percent());
            assertThat(announcements.next(clocks, HOURS)).isEqualTo(at);
            assertThat(announcements.due(clocks, HOURS, at.minusMillis(1))).isEmpty();
            List<PassedStep> due = announcements.due(clocks, HOURS, at);
            assertThat(due).extracting(PassedStep::step).containsExactly(step);
            announcements = announcements.with(due);
            assertThat(announcements.due(clocks, HOURS, at)).isEmpty();
        }
        assertThat(announcements.next(clocks, HOURS)).isNull();
        assertThat(announcements.due(clocks, HOURS, minute(10_000))).isEmpty();
    }

    @Test
    void whoWasNotLookingSaysOnlyHowFarItIs() {
        Clocks clocks = clocks(hundredMinutes(ClockName.DISPATCH));
        List<PassedStep> due = NOTHING_SAID.due(clocks, HOURS, minute(170));
        assertThat(due).extracting(PassedStep::step).containsExactly(AnnouncementStep.ESCALATED);
        assertThat(due.getFirst().at()).isEqualTo(minute(150));
        assertThat(NOTHING_SAID.with(due).next(clocks, HOURS)).isEqualTo(minute(200));
    }

    @Test
    void everyDeadlineIsSaidOfByItself() {
        Deadline later = Deadline.start(
                ClockName.FINISH, MONDAY_EVENING, new ClockPlan.Allowance(Duration.ofMinutes(110), true), HOURS);
        Clocks clocks = clocks(hundredMinutes(ClockName.DISPATCH), later);
        assertThat(said(NOTHING_SAID, clocks, minute(100)))
                .containsExactly(AnnouncementStep.BREACHED, AnnouncementStep.WARNED);
        Announcements both = NOTHING_SAID.with(NOTHING_SAID.due(clocks, HOURS, minute(100)));
        assertThat(both.next(clocks, HOURS)).isEqualTo(minute(110));
    }

    @Test
    void aDeadlineThatMovesIsSaidOfAgainAndOneThatMovesBackIsNot() {
        Clocks before = clocks(hundredMinutes(ClockName.DISPATCH));
        Announcements warned = NOTHING_SAID.with(NOTHING_SAID.due(before, HOURS, minute(80)));
        Clocks sooner = clocks(Deadline.start(
                ClockName.DISPATCH, MONDAY_EVENING, new ClockPlan.Allowance(Duration.ofMinutes(90), true), HOURS));
        assertThat(said(warned, sooner, minute(81))).containsExactly(AnnouncementStep.WARNED);
        Announcements twice = warned.with(warned.due(sooner, HOURS, minute(81)));
        assertThat(said(twice, before, minute(82))).isEmpty();
        assertThat(said(twice, before, minute(100))).containsExactly(AnnouncementStep.BREACHED);
    }

    @Test
    void nothingIsSaidOfWhatIsMetStoppedOrPaused() {
        Deadline running = hundredMinutes(ClockName.FINISH);
        for (Deadline quiet : List.of(running.met(minute(1)), running.stop(), running.pause(minute(1)))) {
            assertThat(NOTHING_SAID.next(clocks(quiet), HOURS)).isNull();
            assertThat(NOTHING_SAID.due(clocks(quiet), HOURS, minute(1_000))).isEmpty();
        }
    }

    @Test
    void aNightUsesUpNothing() {
        Clocks clocks = clocks(Deadline.start(
                ClockName.DISPATCH, MONDAY_EVENING, new ClockPlan.Allowance(Duration.ofMinutes(30), false), HOURS));
        Instant tuesdayMorning = Instant.parse("2026-11-24T00:44:00Z");
        assertThat(NOTHING_SAID.next(clocks, HOURS)).isEqualTo(tuesdayMorning);
        assertThat(NOTHING_SAID.due(clocks, HOURS, tuesdayMorning.minusMillis(1)))
                .isEmpty();
    }

    /** An order knows no calendar, so it has itself looked at too early rather than too late. */
    @Test
    void countedInEveryHourItIsNeverTooLate() {
        for (int minutes : new int[] {30, 570, 1710}) {
            Deadline deadline = Deadline.start(
                    ClockName.FINISH,
                    MONDAY_EVENING,
                    new ClockPlan.Allowance(Duration.ofMinutes(minutes), false),
                    HOURS);
            Instant early = Objects.requireNonNull(NOTHING_SAID.next(clocks(deadline), OpenHours.EVERY_HOUR));
            Instant exact = Objects.requireNonNull(NOTHING_SAID.next(clocks(deadline), HOURS));
            assertThat(early).isAfter(MONDAY_EVENING).isBefore(exact);
        }
    }
}
