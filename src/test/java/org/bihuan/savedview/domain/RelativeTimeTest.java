package org.bihuan.savedview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {
    /** A Monday, ten in the evening in Shanghai, which is in UTC still the afternoon of that day. */
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "NOW,Asia/Shanghai,2026-11-23T14:00:00Z",
        "NOW+PT2H,Asia/Shanghai,2026-11-23T16:00:00Z",
        "NOW-P30D,Asia/Shanghai,2026-10-24T14:00:00Z",
        "TODAY,Asia/Shanghai,2026-11-22T16:00:00Z",
        "TODAY+P1D,Asia/Shanghai,2026-11-23T16:00:00Z",
        "TODAY,America/New_York,2026-11-23T05:00:00Z",
        "TODAY+P1DT8H,Asia/Shanghai,2026-11-24T00:00:00Z",
        "WEEK,Asia/Shanghai,2026-11-22T16:00:00Z",
        "WEEK-P7D,Asia/Shanghai,2026-11-15T16:00:00Z",
        "MONTH,Asia/Shanghai,2026-10-31T16:00:00Z",
        "MONTH-P1M,Asia/Shanghai,2026-09-30T16:00:00Z"
    })
    void namesAnInstantByTheClockAndTheCalendarOfAPlace(String text, String zone, Instant expected) {
        assertThat(RelativeTime.resolve(text, NOW, ZoneId.of(zone))).contains(expected);
    }

    /** On the day the clocks change in New York, a day later is 25 hours later. */
    @ParameterizedTest
    @CsvSource({"TODAY,2026-11-01T04:00:00Z", "TODAY+P1D,2026-11-02T05:00:00Z"})
    void daysAreThoseOfTheCalendar(String text, Instant expected) {
        Instant noon = Instant.parse("2026-11-01T17:00:00Z");
        assertThat(RelativeTime.resolve(text, noon, ZoneId.of("America/New_York")))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "NOW+", "NOW+2H", "NOW+P", "TODAY P1D", "TODAY+PT", "YESTERDAY", "NOW+P9999999999D"})
    void whatIsNotSaidSoIsNotUnderstood(String text) {
        assertThat(RelativeTime.resolve(text, NOW, ZoneId.of("Asia/Shanghai"))).isEmpty();
    }
}
