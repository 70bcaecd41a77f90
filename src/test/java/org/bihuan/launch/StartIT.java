package org.bihuan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.bihuan.testing.PackagedApplication;
import org.junit.jupiter.api.Test;

/** Starting as README says for real use. How long it may take is written, and measured, in src/docs/measurements.md. */
class StartIT {
    @Test
    void itStartsFromTheCacheThatTheBuildHasMade() throws IOException {
        assumeTrue(PackagedApplication.canLearn(), "Java 25 or newer keeps such a cache");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            start(postgres.getPort());
            Duration took = start(postgres.getPort());
            System.out.println("Start on a ready database: " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(20));
        }
    }

    /** The mode makes the virtual machine refuse to start when it cannot use the cache. */
    private static Duration start(int databasePort) {
        long began = System.nanoTime();
        try (PackagedApplication application = PackagedApplication.startOn(
                databasePort, Map.of(), "-XX:AOTMode=on", "-XX:AOTCache=" + PackagedApplication.AHEAD_OF_TIME_CACHE)) {
            assertThat(application.log()).noneMatch(line -> line.contains("ERROR"));
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
