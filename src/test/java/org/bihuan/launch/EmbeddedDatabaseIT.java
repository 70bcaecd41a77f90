package org.bihuan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.PackagedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that comes along keeps what it was given, however the application ends. */
class EmbeddedDatabaseIT {
    private static final String PASSWORD = "eine lange 长的 Passphrase";

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndAfterAnOrderlyStop() {
        try (PackagedApplication first = PackagedApplication.startWithEmbeddedDatabase(folder)) {
            first.nobody()
                    .post(
                            "/setup",
                            Map.of(
                                    "token",
                                    first.setUpToken(),
                                    "company",
                                    Map.of("name", "翠湖物业"),
                                    "admin",
                                    Map.of("username", "admin", "displayName", "管理员", "password", PASSWORD)))
                    .require(201);
            addCommunity(first, "被杀之前");
            first.kill();
        }
        try (PackagedApplication second = PackagedApplication.startWithEmbeddedDatabase(folder)) {
            assertThat(communities(second)).contains("被杀之前");
            assertThat(second.log()).noneMatch(line -> line.contains("Set-up token"));
            addCommunity(second, "正常停止之前");
        }
        try (PackagedApplication third = PackagedApplication.startWithEmbeddedDatabase(folder)) {
            assertThat(communities(third)).contains("被杀之前", "正常停止之前");
        }
    }

    private static Api admin(PackagedApplication application) {
        return application.nobody().signedIn("admin", PASSWORD);
    }

    private static void addCommunity(PackagedApplication application, String name) {
        admin(application)
                .post("/communities", Map.of("name", name, "timeZone", "Asia/Shanghai"))
                .require(201);
    }

    private static String communities(PackagedApplication application) {
        return admin(application).get("/communities").require(200).raw();
    }
}
