package org.bihuan.shared.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.bihuan.shared.queue.QueueRows.unique;
import static org.bihuan.shared.queue.ScriptedHandler.KIND;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.JobHandler.Result;
import org.bihuan.shared.Jobs;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metrics tell of the queue. */
@HttpTest
class JobMetricsTest {
    @Inject
    JobMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    AgroalDataSource database;

    @Inject
    QueueRows rows;

    @Inject
    ScriptedHandler handler;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    private UUID company;

    @BeforeEach
    void settle() {
        company = QueueRows.company(World.first());
    }

    private double jobs(String state) throws SQLException {
        metrics.count();
        return registry.get("bihuan.jobs")
                .tags("kind", KIND, "state", state)
                .gauge()
                .value();
    }

    private double finished(String outcome) {
        return registry.get("bihuan.jobs.finished")
                .tags("kind", KIND, "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void jobsAreCountedByKindAndState() throws SQLException {
        double waiting = jobs("waiting");
        double dead = jobs("dead");
        rows.add(company, KIND, unique("k"), clock.instant().plusSeconds(3600));
        String key = unique("k");
        handler.on(key, job -> new Result.Hopeless("no"));
        rows.add(company, KIND, key, clock.instant());
        await().atMost(Duration.ofSeconds(20)).until(() -> rows.state(KIND, key).equals("DEAD"));
        assertThat(jobs("waiting")).isEqualTo(waiting + 1);
        assertThat(jobs("dead")).isEqualTo(dead + 1);
    }

    @Test
    void theAgeOfTheOldestDueOneIsInSecondsAndWhatIsInHandDoesNotCount() throws SQLException {
        String key = unique("k");
        rows.add(company, RetiredHandler.KIND, key, clock.instant().minusSeconds(100));
        assertThat(oldest()).isCloseTo(100, within(20.0));
        rows.change("lease = gen_random_uuid(), lease_until = now() + interval '1 hour'", RetiredHandler.KIND, key);
        assertThat(oldest()).isZero();
        rows.change("state = 'DONE', finished_at = now()", RetiredHandler.KIND, key);
    }

    private double oldest() throws SQLException {
        JobMetrics own = new JobMetrics(database, new SimpleMeterRegistry(), List.of(new RetiredHandler()), clock);
        own.count();
        return own.oldestDue(RetiredHandler.KIND);
    }

    /** No bean, so that nobody does its jobs. */
    private static final class RetiredHandler implements JobHandler {
        static final String KIND = "RETIRED";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Result run(Jobs.Job job) {
            return Result.DONE;
        }
    }

    @Test
    void triesAreCountedByTheirOutcome() {
        double done = finished("done");
        double failed = finished("failed");
        String key = unique("k");
        handler.on(key, job -> {
            if (job.attempt() == 1) {
                throw new IllegalStateException("once");
            }
            return Result.DONE;
        });
        rows.add(company, KIND, key, clock.instant());
        await().atMost(Duration.ofSeconds(20)).until(() -> rows.state(KIND, key).equals("DONE"));
        assertThat(finished("done")).isGreaterThanOrEqualTo(done + 1);
        assertThat(finished("failed")).isGreaterThanOrEqualTo(failed + 1);
    }

    @Test
    void theyAreScrapedOnTheManagementPortAlsoWhereThereIsNothing() throws Exception {
        metrics.count();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String scraped = client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            for (String name : List.of(
                    "bihuan_jobs{kind=\"QUICK\",state=\"dead\"}",
                    "bihuan_jobs_oldest_due_seconds{kind=\"QUICK\"}",
                    "bihuan_jobs_finished_total{kind=\"QUICK\",outcome=\"failed\"}")) {
                assertThat(scraped).contains(name);
            }
        }
    }
}
