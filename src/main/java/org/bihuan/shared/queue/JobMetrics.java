package org.bihuan.shared.queue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.shared.JobHandler;

/**
 * How much is to be done, and how it goes. Counted by index at intervals and not at each scrape; every instance tells the same
 * about the queue, and each its own about what it finished.
 */
@ApplicationScoped
class JobMetrics {
    private static final List<String> STATES = List.of("waiting", "due", "running", "dead");

    private static final String COUNT = """
            select kind, case when lease_until > now() then 'running' when run_at <= ? then 'due' else 'waiting' end,
              count(*), extract(epoch from (?::timestamptz - min(run_at)))
            from job where state = 'READY' group by 1, 2
            union all
            select kind, 'dead', count(*), 0 from job where state = 'DEAD' group by 1
            """;

    private final AgroalDataSource database;
    private final MeterRegistry registry;
    private final List<String> kinds;
    private final Clock clock;
    private volatile Map<String, Seen> seen = Map.of();

    /** Of one kind in one state. */
    private record Seen(double count, double oldestSeconds) {
        static final Seen NOTHING = new Seen(0, 0);
    }

    JobMetrics(AgroalDataSource database, MeterRegistry registry, @All List<JobHandler> handlers, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.kinds = handlers.stream().map(JobHandler::kind).sorted().toList();
        this.clock = clock;
        kinds.forEach(this::show);
    }

    private void show(String kind) {
        for (String state : STATES) {
            registry.gauge(
                    "bihuan.jobs",
                    List.of(
                            io.micrometer.core.instrument.Tag.of("kind", kind),
                            io.micrometer.core.instrument.Tag.of("state", state)),
                    this,
                    metrics -> metrics.of(kind, state).count());
        }
        io.micrometer.core.instrument.Gauge.builder(
                        "bihuan.jobs.oldest.due",
                        this,
                        metrics -> metrics.of(kind, "due").oldestSeconds())
                .baseUnit("seconds")
                .tag("kind", kind)
                .register(registry);
        for (String outcome : List.of("done", "failed", "dead")) {
            finished(kind, outcome, 0);
        }
    }

    /** In seconds; zero when nothing is due that nobody has in hand. */
    double oldestDue(String kind) {
        return of(kind, "due").oldestSeconds();
    }

    private Seen of(String kind, String state) {
        return seen.getOrDefault(kind + " " + state, Seen.NOTHING);
    }

    void finished(String kind, String outcome) {
        finished(kind, outcome, 1);
    }

    private void finished(String kind, String outcome, int times) {
        registry.counter("bihuan.jobs.finished", "kind", kind, "outcome", outcome)
                .increment(times);
    }

    @Scheduled(every = "{bihuan.jobs.count}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() throws SQLException {
        Map<String, Seen> counted = new ConcurrentHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                counted.put(
                        rows.getString(1) + " " + rows.getString(2), new Seen(rows.getDouble(3), rows.getDouble(4)));
            }
        }
        seen = counted;
    }
}
