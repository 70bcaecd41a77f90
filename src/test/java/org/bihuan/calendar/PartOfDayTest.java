package org.bihuan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartOfDayTest {
    @ParameterizedTest
    @CsvSource({
        "00:00, MORNING",
        "11:59:59.999, MORNING",
        "12:00, AFTERNOON",
        "17:59:59.999, AFTERNOON",
        "18:00, EVENING",
        "23:59:59.999, EVENING"
    })
    void aPartOfTheDayBeginsWithItsFirstMinute(LocalTime time, PartOfDay part) {
        assertThat(PartOfDay.of(time)).isEqualTo(part);
    }
}
