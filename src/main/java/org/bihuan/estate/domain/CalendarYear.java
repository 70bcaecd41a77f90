package org.bihuan.estate.domain;

import java.util.Collection;
import java.util.List;
import org.bihuan.calendar.ChineseHolidays;
import org.bihuan.calendar.SpecialDay;

/**
 * What a calendar is filled with for one year.
 *
 * @param announced whether the State Council has announced it; else it has only the days that are certain
 */
record CalendarYear(int year, boolean announced, List<SpecialDay> days) {
    private static final String NOTICE = "国务院办公厅关于部分节假日安排的通知";
    static final String REGULATION = "全国年节及纪念日放假办法";

    static CalendarYear of(int year) {
        Collection<SpecialDay> announced = ChineseHolidays.exceptions(year).values();
        return announced.isEmpty() ? certain(year) : new CalendarYear(year, true, List.copyOf(announced));
    }

    /** Before it is announced. */
    static CalendarYear certain(int year) {
        return new CalendarYear(
                year, false, List.copyOf(ChineseHolidays.statutory(year).values()));
    }

    String source() {
        return announced ? NOTICE : REGULATION;
    }
}
