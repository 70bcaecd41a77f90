package org.bihuan.shared.table;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.shared.TooManyTries;

/** The exports that are under way at this instance: no more at once than it can bear, and none that goes on for ever. */
@ApplicationScoped
class RunningExports {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLISECONDS = 500;

    private final ExportSettings settings;
    private final Vertx vertx;
    private final Set<RunningExport> running = ConcurrentHashMap.newKeySet();

    RunningExports(ExportSettings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
    }

    /** @throws TooManyTries when there are as many as may be */
    RunningExport begin(UUID company, HttpServerResponse response) {
        RunningExport export = new RunningExport(company, response, settings);
        add(export);
        export.watchedBy(vertx.setPeriodic(LOOK_EVERY_MILLISECONDS, timer -> export.cutOffIfTooSlow()));
        return export;
    }

    private synchronized void add(RunningExport export) {
        long theirs = running.stream()
                .filter(other -> other.company().equals(export.company()))
                .count();
        if (theirs >= settings.perCompany() || running.size() >= settings.perInstance()) {
            throw new TooManyTries("TOO_MANY_EXPORTS", RETRY_AFTER);
        }
        running.add(export);
    }

    void end(RunningExport export) {
        vertx.cancelTimer(export.timer());
        running.remove(export);
    }
}
