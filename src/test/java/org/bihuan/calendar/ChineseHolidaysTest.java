package org.bihuan.calendar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseHolidaysTest {
    @Test
    void theNoticeFor2026IsKnownDayByDay() {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.exceptions(2026);
        assertThat(named(days, DayKind.HOLIDAY, "春节"))
                .isEqualTo("02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23");
        assertThat(named(days, DayKind.WORKING, "春节调休")).isEqualTo("02-14 02-28");
        assertThat(named(days, DayKind.HOLIDAY, "国庆节")).isEqualTo("10-01 10-02 10-03 10-04 10-05 10-06 10-07");
        assertThat(named(days, DayKind.WORKING, "国庆节调休")).isEqualTo("09-20 10-10");
        assertThat(named(days, DayKind.HOLIDAY, "元旦")).isEqualTo("01-01 01-02 01-03");
    }

    @Test
    void theNoticeFor2023IsKnownFromTheLibrary() {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.exceptions(2023);
        assertThat(named(days, DayKind.HOLIDAY, "春节")).isEqualTo("01-21 01-22 01-23 01-24 01-25 01-26 01-27");
        assertThat(named(days, DayKind.WORKING, "春节调休")).isEqualTo("01-28 01-29");
        assertThat(named(days, DayKind.HOLIDAY, "元旦")).isEqualTo("01-01 01-02");
    }

    /** The totals that each notice gives, festival by festival. */
    @ParameterizedTest
    @CsvSource({"2024, 28, 8", "2025, 28, 5", "2026, 33, 6"})
    void aNoticeHasItsNumberOfDays(int year, int holidays, int worked) {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.exceptions(year);
        assertThat(days.values()).filteredOn(SpecialDay::kind, DayKind.HOLIDAY).hasSize(holidays);
        assertThat(days.values()).filteredOn(SpecialDay::kind, DayKind.WORKING).hasSize(worked);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void everyMakeUpDayIsAWeekendDayOfItsYear(int year) {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.exceptions(year);
        assertThat(days.values())
                .filteredOn(SpecialDay::kind, DayKind.WORKING)
                .isNotEmpty()
                .allMatch(day -> day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
        assertThat(days.keySet()).allMatch(date -> date.getYear() == year);
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2027, 2100})
    void aYearWithoutNoticeHasNoExceptions(int year) {
        assertThat(ChineseHolidays.exceptions(year)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void everyStatutoryDayIsOffInTheNotice(int year) {
        SortedMap<LocalDate, SpecialDay> noticed = ChineseHolidays.exceptions(year);
        assertThat(ChineseHolidays.statutory(year).values())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(day -> assertThat(noticed.get(day.date()))
                        .isNotNull()
                        .matches(other ->
                                other.kind() == DayKind.HOLIDAY && other.name().contains(day.name())));
    }

    @Test
    void theStatutoryDaysOf2027AreKnownBeforeItsNotice() {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.statutory(2027);
        assertThat(days).hasSize(13);
        assertThat(named(days, DayKind.HOLIDAY, "春节")).isEqualTo("02-05 02-06 02-07 02-08");
        assertThat(named(days, DayKind.HOLIDAY, "清明节")).isEqualTo("04-05");
        assertThat(named(days, DayKind.HOLIDAY, "劳动节")).isEqualTo("05-01 05-02");
        assertThat(named(days, DayKind.HOLIDAY, "端午节")).isEqualTo("06-09");
        assertThat(named(days, DayKind.HOLIDAY, "中秋节")).isEqualTo("09-15");
        assertThat(named(days, DayKind.HOLIDAY, "国庆节")).isEqualTo("10-01 10-02 10-03");
    }

    /** Dates as almanacs print them; 2033 is the year many calendars get wrong. */
    @ParameterizedTest
    @CsvSource({
        "2027, 02-06, 04-05, 06-09, 09-15", "2028, 01-26, 04-04, 05-28, 10-03", "2029, 02-13, 04-04, 06-16, 09-22",
        "2030, 02-03, 04-05, 06-05, 09-12", "2031, 01-23, 04-05, 06-24, 10-01", "2032, 02-11, 04-04, 06-12, 09-19",
        "2033, 01-31, 04-04, 06-01, 09-08", "2034, 02-19, 04-05, 06-20, 09-27", "2035, 02-08, 04-05, 06-10, 09-16"
    })
    void theFestivalsOfComingYearsAreComputed(
            int year, String springFestival, String clearBrightness, String dragonBoat, String midAutumn) {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.statutory(year);
        assertThat(nameOf(days, year, springFestival)).contains("春节");
        assertThat(days)
                .doesNotContainKey(LocalDate.parse(year + "-" + springFestival).minusDays(2));
        assertThat(nameOf(days, year, clearBrightness)).contains("清明节");
        assertThat(nameOf(days, year, dragonBoat)).contains("端午节");
        assertThat(nameOf(days, year, midAutumn)).contains("中秋节");
    }

    private static String nameOf(SortedMap<LocalDate, SpecialDay> days, int year, String date) {
        SpecialDay day = days.get(LocalDate.parse(year + "-" + date));
        return day == null ? "" : day.name();
    }

    @ParameterizedTest
    @ValueSource(ints = {2050, 2077, 2100, 2150})
    void farYearsHaveTheirHolidaysWhereTheirSeasonIs(int year) {
        SortedMap<LocalDate, SpecialDay> days = ChineseHolidays.statutory(year);
        assertThat(days.size()).isBetween(10, 13);
        assertThat(days.keySet()).allMatch(date -> date.getYear() == year);
        assertThat(named(days, DayKind.HOLIDAY, "春节").split(" ", -1)).hasSize(4);
    }

    @Test
    void festivalsOnOneDateAreOneDayWithBothNames() {
        assertThat(ChineseHolidays.statutory(2031).get(LocalDate.parse("2031-10-01")))
                .isEqualTo(new SpecialDay(LocalDate.parse("2031-10-01"), DayKind.HOLIDAY, "中秋节、国庆节"));
        assertThat(ChineseHolidays.statutory(2031)).hasSize(12);
    }

    @Test
    void theRegulationSaysNothingOfYearsBeforeIt() {
        assertThat(ChineseHolidays.statutory(2024)).isEmpty();
    }

    private static String named(SortedMap<LocalDate, SpecialDay> days, DayKind kind, String name) {
        return days.values().stream()
                .filter(day -> day.kind() == kind && day.name().equals(name))
                .map(day -> day.date().toString().substring(5))
                .collect(joining(" "));
    }
}
