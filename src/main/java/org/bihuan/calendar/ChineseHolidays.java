package org.bihuan.calendar;

import com.nlf.calendar.Holiday;
import com.nlf.calendar.util.HolidayUtil;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The public holidays of mainland China and the weekend days worked to make up for them. The State Council announces
 * them each autumn for the next year; before that only the days named by the regulation itself are certain.
 */
public final class ChineseHolidays {
    private ChineseHolidays() {}

    /**
     * The days that the State Council has announced for a year: every day of each holiday, weekends inside it included,
     * and every make-up working day. Years up to 2023 come from the lunar library, later ones from
     * {@link HolidayNotices}.
     *
     * @return by date; empty when the year's notice is not known here
     */
    public static SortedMap<LocalDate, SpecialDay> exceptions(int year) {
        List<SpecialDay> noticed = HolidayNotices.of(year);
        return byDate(noticed.isEmpty() ? fromLibrary(year) : noticed);
    }

    /**
     * The thirteen days off that the regulation itself names, for a year whose notice is not out yet: what is sure
     * before the weekends are shifted around them. No make-up working days are among them. Where two festivals fall on
     * one date they are one day, with both names.
     *
     * <p>Source: 全国年节及纪念日放假办法 art. 2, as revised on 2024-11-10 (State Council decree 795).
     *
     * @return by date; empty before 2025, when this revision came into force
     */
    public static SortedMap<LocalDate, SpecialDay> statutory(int year) {
        return byDate(year < 2025 ? List.of() : StatutoryHolidays.of(year));
    }

    private static List<SpecialDay> fromLibrary(int year) {
        return HolidayUtil.getHolidays(year).stream()
                .map(ChineseHolidays::fromLibrary)
                .toList();
    }

    private static SpecialDay fromLibrary(Holiday day) {
        LocalDate date = LocalDate.parse(day.getDay());
        String festival = day.getName().replace("元旦节", "元旦");
        return day.isWork()
                ? new SpecialDay(date, DayKind.WORKING, festival + "调休")
                : new SpecialDay(date, DayKind.HOLIDAY, festival);
    }

    private static SortedMap<LocalDate, SpecialDay> byDate(List<SpecialDay> days) {
        SortedMap<LocalDate, SpecialDay> byDate = new TreeMap<>();
        for (SpecialDay day : days) {
            byDate.merge(
                    day.date(),
                    day,
                    (one, other) -> new SpecialDay(one.date(), one.kind(), one.name() + "、" + other.name()));
        }
        return Collections.unmodifiableSortedMap(byDate);
    }
}
