package org.bihuan.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in the log, and the names of events. */
class PositionTest {
    @Test
    void aPositionIsReadAsItWasWritten() {
        Random random = new Random(3);
        Stream.generate(() -> new Position(1 + random.nextLong(Long.MAX_VALUE), random.nextLong(Long.MAX_VALUE)))
                .limit(1000)
                .forEach(position -> assertThat(Position.parse(position.text())).contains(position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "____________________________", "AAAAAAAAAAAAAAAAAAAAAA", "42", "王芳"})
    void whatIsNoPositionIsNone(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void theTransactionCountsFirst() {
        Position first = new Position(7, 900);
        assertThat(List.of(new Position(8, 3), Position.before(8), first).stream()
                        .sorted())
                .containsExactly(first, Position.before(8), new Position(8, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "DISPATCH, workOrder.dispatched, org.bihuan.workorder.dispatched",
        "FOLLOW_UP_ATTEMPT, workOrder.followUpAttempt, org.bihuan.workorder.followupattempt",
        "CLOCK_80, workOrder.clock, org.bihuan.workorder.clock"
    })
    void linesOfTheTimelineBecomeEvents(String line, String type, String cloud) {
        assertThat(EventType.ofLine(line)).isEqualTo(type);
        assertThat(EventType.cloud(type)).isEqualTo(cloud);
    }

    @ParameterizedTest
    @CsvSource({
        "workOrder.held, workOrder.held, true",
        "workOrder.held, workOrder.*, true",
        "workOrder.held, workOrder.he, false",
        "workOrder.held, message.*, false",
        "message.owner, message.owner, true",
        "webhook.test, workOrder.*, false"
    })
    void aFamilyIsWantedByItsStar(String type, String wanted, boolean expected) {
        assertThat(EventType.isWanted(type, List.of(wanted))).isEqualTo(expected);
    }
}
