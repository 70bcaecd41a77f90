package org.bihuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:29:59Z, 2026-11-23T13:29:59Z",
        "2026-11-23T13:30:00Z, 2026-11-23T23:00:00Z",
        "2026-11-23T18:00:00Z, 2026-11-23T23:00:00Z",
        "2026-11-23T22:59:59Z, 2026-11-23T23:00:00Z",
        "2026-11-23T23:00:00Z, 2026-11-23T23:00:00Z"
    })
    void aNightEndsInTheMorning(Instant asked, Instant told) {
        assertThat(NIGHT.atOrAfter(asked, SHANGHAI)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T03:59:59Z, 2026-11-23T03:59:59Z",
        "2026-11-23T04:00:00Z, 2026-11-23T06:00:00Z",
        "2026-11-23T06:00:00Z, 2026-11-23T06:00:00Z"
    })
    void aRestAtNoonEndsOnTheSameDay(Instant asked, Instant told) {
        assertThat(NOON.atOrAfter(asked, SHANGHAI)).isEqualTo(told);
    }

    @Test
    void aMorningThatTheClockChangesIsTheMorningAllTheSame() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant night = Instant.parse("2026-10-24T22:00:00Z");
        assertThat(NIGHT.atOrAfter(night, berlin)).isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
    }
}
