package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.shared.FieldError;
import org.bihuan.workorder.TimeWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    /** From and to as hours from now. */
    @ParameterizedTest
    @CsvSource({
        "1,3,",
        "-1,1,",
        "-2,0,/w/to WINDOW_HAS_PASSED",
        "0,24,",
        "0,25,/w/to WINDOW_TOO_LONG",
        "2160,2162,",
        "2161,2162,/w/from WINDOW_TOO_FAR_AHEAD",
        "3,1,"
    })
    void anAppointmentIsSoonAndForADayAtMost(long from, long to, String error) {
        TimeWindow window = new TimeWindow(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to)));

        assertThat(AppointmentRules.check(window, "/w", NOW))
                .map(AppointmentRulesTest::told)
                .isEqualTo(error == null ? java.util.List.of() : java.util.List.of(error));
    }

    private static String told(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
