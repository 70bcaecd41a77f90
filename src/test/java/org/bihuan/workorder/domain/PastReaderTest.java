package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.shared.Rejections;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.ResolutionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one line of the past must be like. */
class PastReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final Map<String, String> cells = new HashMap<>();
    private final Rejections rejected = new Rejections();

    private void closed() {
        cells.putAll(Map.of(
                "externalId", "OLD-1",
                "kind", "REPAIR",
                "description", "厨房水管漏水",
                "createdAt", "2024-03-01 08:15",
                "dispatchedAt", "2024-03-01T08:20",
                "acceptedAt", "2024-03-01T00:22:30Z",
                "completedAt", "2024-03-01T09:50:00+08:00",
                "closedAt", "2024-03-02 10:00:05",
                "closingReason", "VERIFIED",
                "resolution", "更换了角阀"));
    }

    private Optional<PastRow> read(String zone) {
        return new PastReader(new PastCells(7, cells, ZoneId.of(zone), NOW, rejected)).row();
    }

    private List<String> told() {
        assertThat(read("Asia/Shanghai")).isEmpty();
        return rejected.byLine().stream()
                .map(rejection -> rejection.line() + " " + rejection.column() + " " + rejection.code())
                .toList();
    }

    @Test
    void timesWithoutAnOffsetAreThoseOfTheCommunity() {
        closed();
        PastRow.Times times = read("Asia/Shanghai").orElseThrow().times();
        assertThat(times.created()).isEqualTo("2024-03-01T00:15:00Z");
        assertThat(times.dispatched()).isEqualTo("2024-03-01T00:20:00Z");
        assertThat(times.accepted()).isEqualTo("2024-03-01T00:22:30Z");
        assertThat(times.arrived()).isNull();
        assertThat(times.completed()).isEqualTo("2024-03-01T01:50:00Z");
        assertThat(times.ended()).isEqualTo("2024-03-02T02:00:05Z");
    }

    @Test
    void theClockOfThatDayCounts() {
        closed();
        cells.put("createdAt", "1990-07-01 12:00"); // in summer time, which China had from 1986 to 1991
        assertThat(read("Asia/Shanghai").orElseThrow().times().created()).isEqualTo("1990-07-01T03:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            externalId    |                       | REQUIRED
            kind          |                       | REQUIRED
            kind          | FIRE                  | NOT_ONE_OF
            description   |                       | REQUIRED
            phone         | zero                  | PHONE_NOT_USABLE
            channel       | DOVE                  | NOT_ONE_OF
            priority      | NOW                   | NOT_ONE_OF
            createdAt     |                       | REQUIRED
            createdAt     | 2024-03-01            | NOT_A_PAST_TIME
            createdAt     | 1924-03-01 08:15      | NOT_A_PAST_TIME
            createdAt     | 2199-03-01 08:15      | IN_THE_FUTURE
            dispatchedAt  | 2024-02-30 08:15      | NOT_A_PAST_TIME
            acceptedAt    | 2024-03-01 08:19      | BEFORE_THE_STEP_BEFORE
            arrivedAt     | 2024-03-01 08:22      | BEFORE_THE_STEP_BEFORE
            completedAt   |                       | REQUIRED
            completedAt   | 2024-03-01 08:16      | BEFORE_THE_STEP_BEFORE
            closedAt      |                       | NOT_ENDED
            closedAt      | 2024-03-01 09:49:59   | BEFORE_THE_STEP_BEFORE
            cancelledAt   | 2024-03-02 11:00      | CLOSED_AND_CANCELLED
            closingReason |                       | REQUIRED
            closingReason | BORED                 | NOT_ONE_OF
            resolution    |                       | REQUIRED
            resolutionCode| MAGIC                 | NOT_ONE_OF
            labourMinutes | -5                    | NOT_MINUTES
            """)
    void whatCannotBeIsToldByColumnAndReason(String column, @Nullable String value, String code) {
        closed();
        if (value == null) {
            cells.remove(column);
        } else {
            cells.put(column, value);
        }
        assertThat(told()).containsExactly("7 " + column + " " + code);
    }

    @Test
    void someReasonsNeedMore() {
        closed();
        cells.put("closingReason", "WAIVED");
        cells.put("resolutionCode", "REFERRED");
        assertThat(told()).containsExactlyInAnyOrder("7 closingNote REQUIRED", "7 referredTo REQUIRED");
        cells.put("closingNote", "业主出国");
        cells.put("referredTo", "供热公司");
        PastRow.End end = read("Asia/Shanghai").orElseThrow().end();
        assertThat(end.reason()).isEqualTo(ClosingReason.WAIVED);
        assertThat(end.code()).isEqualTo(ResolutionCode.REFERRED);
    }

    @Test
    void whatWasCancelledHasAReasonAndNothingElse() {
        closed();
        cells.remove("closedAt");
        cells.put("cancelledAt", "2024-03-01 10:00");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "7 completedAt NOT_OF_CANCELLED",
                        "7 closingReason NOT_OF_CANCELLED",
                        "7 resolution NOT_OF_CANCELLED",
                        "7 closingNote REQUIRED");
        cells.keySet().removeAll(List.of("completedAt", "closingReason", "resolution"));
        cells.put("closingNote", "重复报修");
        assertThat(read("Asia/Shanghai").orElseThrow().end().cancelled()).isTrue();
    }

    @Test
    void wordsMayHaveLinesButNamesMayNot() {
        closed();
        cells.put("description", "第一行\n第二行");
        assertThat(read("Asia/Shanghai")).isPresent();
        cells.put("position", "厨房\n客厅");
        cells.put("reporterName", "王".repeat(101));
        cells.put("cause", "\u0007");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "7 position NOT_ONE_LINE", "7 reporterName WRONG_LENGTH", "7 cause CONTROL_CHARACTER");
    }
}
