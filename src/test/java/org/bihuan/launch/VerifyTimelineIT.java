package org.bihuan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.PackagedApplication;
import org.junit.jupiter.api.Test;

/** The command as it is delivered, beside an application that runs. */
class VerifyTimelineIT {
    private static final String NOT_THERE = "--seal=0199c2a0-0000-7000-8000-000000000000/1/" + "0f".repeat(32);

    private record Ended(int exitCode, String output) {}

    @Test
    void itSaysByItsExitCodeWhetherTheArchiveIsIntact() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                PackagedApplication application = PackagedApplication.startOn(postgres.getPort(), Map.of())) {
            found(application);
            Ended intact = verify(postgres.getPort());
            assertThat(intact.output()).contains("试验物业: 0 work orders, 0 lines, 0 seals", "Intact.");
            assertThat(intact.exitCode()).isZero();
            Ended broken = verify(postgres.getPort(), NOT_THERE);
            assertThat(broken.output()).contains("BROKEN: no company 0199c2a0", "NOT intact.");
            assertThat(broken.exitCode()).isEqualTo(VerifyTimeline.BROKEN);
            assertThat(verify(postgres.getPort(), "--seal=nonsense").exitCode()).isEqualTo(VerifyTimeline.NOT_CHECKED);
        }
        assertThat(verify(1).exitCode()).isEqualTo(VerifyTimeline.NOT_CHECKED);
    }

    private static void found(PackagedApplication application) {
        Api nobody = application.nobody();
        nobody.post(
                        "/setup",
                        Map.of(
                                "token",
                                application.setUpToken(),
                                "company",
                                Map.of("name", "试验物业"),
                                "admin",
                                Map.of("username", "admin", "displayName", "管理员", "password", "correct horse 电池")))
                .require(201);
    }

    private static Ended verify(int databasePort, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dstdout.encoding=UTF-8",
                "-jar",
                "target/quarkus-app/quarkus-run.jar",
                "verify-timeline"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + databasePort + "/postgres",
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "none needed"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
