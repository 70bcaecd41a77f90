package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyHoursTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"09:00-12:00,14:00-20:00", "00:00-24:00", "00:00-00:01", "08:30-17:45", "00:00-06:00,22:00-24:00"
            })
    void theTextOfHoursReadsBackAsItWas(String text) {
        assertThat(DailyHours.parse(text)).hasToString(text).isEqualTo(DailyHours.parse(text));
    }

    @Test
    void spansThatTouchAreJoined() {
        DailyHours joined = DailyHours.parse("09:00-12:00,12:00-14:00,14:00-15:00,16:00-17:00");
        assertThat(joined)
                .hasToString("09:00-15:00,16:00-17:00")
                .isEqualTo(DailyHours.parse("09:00-15:00,16:00-17:00"))
                .hasSameHashCodeAs(DailyHours.parse("09:00-15:00,16:00-17:00"));
    }

    @Test
    void spacesAroundSpansAreIgnored() {
        assertThat(DailyHours.parse(" 09:00-12:00, 14:00-20:00 ")).hasToString("09:00-12:00,14:00-20:00");
    }

    @Test
    void hoursThatDifferAreNotEqual() {
        assertThat(DailyHours.parse("09:00-12:00")).isNotEqualTo(DailyHours.parse("09:00-12:01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must look like",
                "' '|must look like",
                "9:00-12:00|must look like",
                "09:00-12:00,|must look like",
                "09:00|must look like",
                "09:00-12:00;14:00-20:00|must look like",
                "９:00-12:00|must look like",
                "09:00-12:60|no such time of day: 12:60",
                "09:00-24:01|no such time of day: 24:01",
                "25:00-26:00|no such time of day: 25:00",
                "12:00-09:00|must end after it starts: 12:00-09:00",
                "22:00-06:00|must end after it starts: 22:00-06:00",
                "09:00-09:00|must end after it starts: 09:00-09:00",
                "24:00-24:00|must end after it starts: 24:00-24:00",
                "09:00-12:00,11:59-13:00|must not overlap: 09:00-12:00 and 11:59-13:00",
                "09:00-12:00,09:00-12:00|must not overlap: 09:00-12:00 and 09:00-12:00",
                "14:00-20:00,09:00-12:00|must be in order: 09:00-12:00 comes after 14:00-20:00"
            })
    void hoursThatMakeNoSenseAreRefusedWithTheReason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyHours.parse(text))
                .withMessageContaining(reason);
    }

    @Test
    void theStartOfASpanIsInsideAndItsEndIsNot() {
        DailyHours hours = DailyHours.parse("09:00-12:00,14:00-24:00");
        assertThat(hours.contains(LocalTime.parse("08:59:59.999999999"))).isFalse();
        assertThat(hours.contains(LocalTime.parse("09:00"))).isTrue();
        assertThat(hours.contains(LocalTime.parse("11:59:59.999999999"))).isTrue();
        assertThat(hours.contains(LocalTime.parse("12:00"))).isFalse();
        assertThat(hours.contains(LocalTime.parse("23:59:59.999999999"))).isTrue();
    }
}
