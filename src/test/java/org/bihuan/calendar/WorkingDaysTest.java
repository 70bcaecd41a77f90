package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final LocalDate NATIONAL_DAY = LocalDate.parse("2026-10-01");
    private static final LocalDate SATURDAY_AFTER = LocalDate.parse("2026-10-10");

    @Test
    void anExceptionOutweighsTheDayOfTheWeek() {
        WorkingDays days = WorkingDays.MONDAY_TO_FRIDAY.with(
                ChineseHolidays.exceptions(2026).values());
        assertThat(days.isWorking(NATIONAL_DAY)).isFalse();
        assertThat(days.isWorking(SATURDAY_AFTER)).isTrue();
        assertThat(days.isWorking(SATURDAY_AFTER.plusDays(1))).isFalse();
        assertThat(days.isWorking(SATURDAY_AFTER.plusDays(2))).isTrue();
    }

    @Test
    void aLaterExceptionReplacesAnEarlierOneOfTheSameDate() {
        WorkingDays days = WorkingDays.EVERY_DAY.with(List.of(new SpecialDay(NATIONAL_DAY, DayKind.HOLIDAY, "国庆节")));
        assertThat(days.isWorking(NATIONAL_DAY)).isFalse();
        assertThat(days.with(List.of(new SpecialDay(NATIONAL_DAY, DayKind.WORKING, "值班")))
                        .isWorking(NATIONAL_DAY))
                .isTrue();
    }

    @Test
    void aWeekWithoutWorkingDaysIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDays.weekly(Set.of()))
                .withMessageContaining("at least one day of the week");
    }

    @Test
    void aSpecialDayNeedsAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpecialDay(NATIONAL_DAY, DayKind.HOLIDAY, " "));
    }
}
