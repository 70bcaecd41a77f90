package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutageFilterTest {
    private final SQLException away = new SQLException("refused", "08001");

    private final OutageFilter filter = new OutageFilter();

    private static LogRecord line(String logger, @Nullable Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "it failed");
        line.setLoggerName(logger);
        line.setThrown(thrown);
        return line;
    }

    @Test
    void eachIsHeardOnceAboutTheSameOutage() {
        assertThat(filter.isLoggable(line("a", new IllegalStateException(away))))
                .isTrue();
        assertThat(filter.isLoggable(line("a", new IllegalStateException(away))))
                .isFalse();
        assertThat(filter.isLoggable(line("b", away))).isTrue();
    }

    @Test
    void andAgainAfterAMinute() {
        assertThat(filter.isNew("a", 0)).isTrue();
        assertThat(filter.isNew("a", TimeUnit.SECONDS.toNanos(59))).isFalse();
        assertThat(filter.isNew("a", TimeUnit.SECONDS.toNanos(60))).isTrue();
    }

    @Test
    void whateverElseGoesWrongIsHeardEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThat(filter.isLoggable(line("a", new SQLException("no such column", "42703"))))
                    .isTrue();
            assertThat(filter.isLoggable(line("a", new IllegalStateException("a mistake"))))
                    .isTrue();
            assertThat(filter.isLoggable(line("a", null))).isTrue();
        }
    }
}
