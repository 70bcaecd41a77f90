package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayShiftTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final DayScript script = DayScript.load();

    @Test
    void theDayIsTodayFromTheMomentOfItsLastCall() {
        assertThat(dayAt("2027-03-02T11:05:00Z", SHANGHAI)).isEqualTo(LocalDate.of(2027, 3, 2));
    }

    @Test
    void theDayIsYesterdayWhileItsLastCallIsStillToCome() {
        assertThat(dayAt("2027-03-02T11:04:59Z", SHANGHAI)).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void theDayIsCountedWhereTheEstateIs() {
        assertThat(dayAt("2027-03-01T23:00:00Z", SHANGHAI)).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(dayAt("2027-03-01T23:00:00Z", ZoneId.of("America/Vancouver")))
                .isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void everyCallKeepsItsTimeOfDay() {
        DayShift shift = shiftAt("2027-03-02T12:00:00Z", SHANGHAI);
        assertThat(shift.startedAt(script.entries().getFirst())).isEqualTo("2027-03-02T00:02:00Z");
        assertThat(shift.startedAt(script.entries().getLast())).isEqualTo("2027-03-02T11:05:00Z");
    }

    private LocalDate dayAt(String now, ZoneId zone) {
        return shiftAt(now, zone).day();
    }

    private DayShift shiftAt(String now, ZoneId zone) {
        return DayShift.latest(script, zone, InstantSource.fixed(Instant.parse(now)));
    }
}
