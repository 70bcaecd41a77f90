package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The notices of the General Office of the State Council on each year's holidays (国务院办公厅关于部分节假日安排的通知),
 * for the years that the lunar library does not know. One line per festival, as the notice has it. A new year is added
 * here when its notice is out; a company whose software is older enters the days by hand.
 */
final class HolidayNotices {
    private static final Map<Integer, List<Festival>> BY_YEAR = Map.of(
            // 国办发明电〔2023〕7号, 2023-10-25
            2024,
            List.of(
                    festival("元旦", "2024-01-01", "2024-01-01"),
                    festival("春节", "2024-02-10", "2024-02-17", "2024-02-04", "2024-02-18"),
                    festival("清明节", "2024-04-04", "2024-04-06", "2024-04-07"),
                    festival("劳动节", "2024-05-01", "2024-05-05", "2024-04-28", "2024-05-11"),
                    festival("端午节", "2024-06-10", "2024-06-10"),
                    festival("中秋节", "2024-09-15", "2024-09-17", "2024-09-14"),
                    festival("国庆节", "2024-10-01", "2024-10-07", "2024-09-29", "2024-10-12")),
            // 国办发明电〔2024〕12号, 2024-11-12
            2025,
            List.of(
                    festival("元旦", "2025-01-01", "2025-01-01"),
                    festival("春节", "2025-01-28", "2025-02-04", "2025-01-26", "2025-02-08"),
                    festival("清明节", "2025-04-04", "2025-04-06"),
                    festival("劳动节", "2025-05-01", "2025-05-05", "2025-04-27"),
                    festival("端午节", "2025-05-31", "2025-06-02"),
                    festival("国庆节、中秋节", "2025-10-01", "2025-10-08", "2025-09-28", "2025-10-11")),
            // 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04
            2026,
            List.of(
                    festival("元旦", "2026-01-01", "2026-01-03", "2026-01-04"),
                    festival("春节", "2026-02-15", "2026-02-23", "2026-02-14", "2026-02-28"),
                    festival("清明节", "2026-04-04", "2026-04-06"),
                    festival("劳动节", "2026-05-01", "2026-05-05", "2026-05-09"),
                    festival("端午节", "2026-06-19", "2026-06-21"),
                    festival("中秋节", "2026-09-25", "2026-09-27"),
                    festival("国庆节", "2026-10-01", "2026-10-07", "2026-09-20", "2026-10-10")));

    private HolidayNotices() {}

    static List<SpecialDay> of(int year) {
        return BY_YEAR.getOrDefault(year, List.of()).stream()
                .flatMap(Festival::days)
                .toList();
    }

    private static Festival festival(String name, String first, String last, String... makeUpDays) {
        List<LocalDate> worked = Stream.of(makeUpDays).map(LocalDate::parse).toList();
        return new Festival(name, LocalDate.parse(first), LocalDate.parse(last), worked);
    }

    private record Festival(String name, LocalDate first, LocalDate last, List<LocalDate> worked) {
        Stream<SpecialDay> days() {
            return Stream.concat(
                    first.datesUntil(last.plusDays(1)).map(date -> new SpecialDay(date, DayKind.HOLIDAY, name)),
                    worked.stream().map(date -> new SpecialDay(date, DayKind.WORKING, name + "调休")));
        }
    }
}
