package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.demo.DayScript.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private final DayScript script = DayScript.load();

    @Test
    void whatTheDeskAnswersIsClosedWithoutACall() {
        assertThat(expectedAt("08:15")).isEqualTo(new Expectation("CLOSED", 1, "NOT_SAMPLED", null));
    }

    @Test
    void aReachedYesVerifiesEvenAfterFailedAttempts() {
        assertThat(expectedAt("08:11")).isEqualTo(new Expectation("CLOSED", 1, "VERIFIED", "DONE"));
    }

    @Test
    void aNoOrPartlyReopens() {
        Expectation reopened = new Expectation("REGISTERED", 2, null, "DONE");
        assertThat(expectedAt("08:52")).isEqualTo(reopened);
        assertThat(expectedAt("08:44")).isEqualTo(reopened);
    }

    @Test
    void attemptsThatReachNobodyEndUnreachable() {
        assertThat(expectedAt("18:12")).isEqualTo(new Expectation("CLOSED", 1, "UNREACHABLE", "EXHAUSTED"));
    }

    @Test
    void cancelledAndOpenMattersStayWhereTheyAre() {
        assertThat(expectedAt("11:53").status()).isEqualTo("CANCELLED");
        assertThat(expectedAt("19:05").status()).isEqualTo("ACCEPTED");
    }

    @Test
    void theWholeDayEndsAsItsAuthorCounted() {
        Map<String, Long> ends = script.entries().stream()
                .collect(Collectors.groupingBy(entry -> Expectation.of(entry).text(), Collectors.counting()));
        assertThat(ends)
                .isEqualTo(Map.of(
                        "CLOSED NOT_SAMPLED, round 1", 8L,
                        "CLOSED VERIFIED, round 1, follow-up DONE", 27L,
                        "REGISTERED, round 2, follow-up DONE", 5L,
                        "CLOSED UNREACHABLE, round 1, follow-up EXHAUSTED", 2L,
                        "CANCELLED, round 1", 1L,
                        "ACCEPTED, round 1", 1L));
    }

    @Test
    void anEndIsHeldAgainstStatusRoundReasonAndFollowUp() {
        Expectation verified = expectedAt("08:02");
        assertThat(verified.isMetBy(end("CLOSED", 1, "VERIFIED", "DONE"))).isTrue();
        assertThat(verified.isMetBy(end("COMPLETED", 1, "VERIFIED", "DONE"))).isFalse();
        assertThat(verified.isMetBy(end("CLOSED", 2, "VERIFIED", "DONE"))).isFalse();
        assertThat(verified.isMetBy(end("CLOSED", 1, "WAIVED", "DONE"))).isFalse();
        assertThat(verified.isMetBy(end("CLOSED", 1, "VERIFIED", null))).isFalse();
    }

    private Expectation expectedAt(String time) {
        return Expectation.of(entryAt(time));
    }

    private Entry entryAt(String time) {
        return script.entries().stream()
                .filter(entry -> entry.time().equals(LocalTime.parse(time)))
                .findFirst()
                .orElseThrow();
    }

    private Played end(String status, int round, String reason, @Nullable String followUp) {
        return new Played(entryAt("08:02"), "id", "1000017", status, round, reason, followUp);
    }
}
