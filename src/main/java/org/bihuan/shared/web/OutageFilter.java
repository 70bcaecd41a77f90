package org.bihuan.shared.web;

import io.quarkus.logging.LoggingFilter;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * While the database is away everything that needs it says so, at every try. Each of them is heard once a minute; that is what
 * somebody has to know, and the disk does not fill.
 */
@LoggingFilter(name = "outages")
public final class OutageFilter implements Filter {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int DEEPEST = 20;

    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    @Override
    public boolean isLoggable(LogRecord line) {
        return !tellsOfAnOutage(line) || isNew(line.getLoggerName(), System.nanoTime());
    }

    /** Whether nobody has heard it from there for a minute. */
    boolean isNew(String logger, long now) {
        Long last = heard.get(logger);
        if (last != null && now - last < MINUTE) {
            return false;
        }
        heard.put(logger, now);
        return true;
    }

    static boolean tellsOfAnOutage(LogRecord line) {
        return line.getLoggerName() != null
                && (line.getLoggerName().startsWith("io.agroal") || isOutage(line.getThrown(), DEEPEST));
    }

    private static boolean isOutage(@Nullable Throwable thrown, int deep) {
        if (thrown == null || deep == 0) {
            return false;
        }
        boolean away = thrown instanceof SQLException failed
                && ProblemTable.row(failed).status() == 503;
        return away || isOutage(thrown.getCause(), deep - 1);
    }
}
