package org.bihuan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which servers Bihuan starts on. */
class DatabaseVersionTest {
    @ParameterizedTest
    @CsvSource({"9, 9.6.24", "14, 14.10", "15, 15.14"})
    void anOldServerIsRefusedInOneSentence(int major, String version) {
        assertThat(DatabaseVersion.refusal(major, version))
                .contains("Bihuan needs PostgreSQL 16 or newer, this is " + version + ".");
    }

    @ParameterizedTest
    @CsvSource({"16, 16.0", "18, 18.1"})
    void aNewOneIsTaken(int major, String version) {
        assertThat(DatabaseVersion.refusal(major, version)).isEmpty();
    }

    @Test
    void theServerIsReallyAsked() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            assertThat(DatabaseVersion.refusal(url, "postgres", "postgres")).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftToTheStart() {
        assertThat(DatabaseVersion.refusal("jdbc:postgresql://localhost:1/none", "a", "b"))
                .isEmpty();
    }
}
