package org.bihuan.calendar;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The days off named by 全国年节及纪念日放假办法 art. 2; the Chinese calendar's dates are computed by the library. */
final class StatutoryHolidays {
    private StatutoryHolidays() {}

    static List<SpecialDay> of(int year) {
        LocalDate newYear = lunar(year, 1, 1);
        return Stream.of(
                        days("元旦", LocalDate.of(year, 1, 1), 1),
                        days("春节", newYear.minusDays(1), 4),
                        days("清明节", clearBrightness(year), 1),
                        days("劳动节", LocalDate.of(year, 5, 1), 2),
                        days("端午节", lunar(year, 5, 5), 1),
                        days("中秋节", lunar(year, 8, 15), 1),
                        days("国庆节", LocalDate.of(year, 10, 1), 3))
                .flatMap(festival -> festival)
                .toList();
    }

    private static Stream<SpecialDay> days(String name, LocalDate first, int count) {
        return first.datesUntil(first.plusDays(count)).map(date -> new SpecialDay(date, DayKind.HOLIDAY, name));
    }

    private static LocalDate lunar(int year, int month, int day) {
        return date(Lunar.fromYmd(year, month, day).getSolar());
    }

    /** The solar term 清明 always falls in the fourth to sixth of April. */
    private static LocalDate clearBrightness(int year) {
        Solar day = Lunar.fromYmd(year, 1, 1).getJieQiTable().get("清明");
        return date(Objects.requireNonNull(day, "every year has its 清明"));
    }

    private static LocalDate date(Solar solar) {
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }
}
