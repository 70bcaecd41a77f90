package org.bihuan.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The application as it is delivered, in a process of its own. */
public final class PackagedApplication implements AutoCloseable {
    /** What the build learns about its own start and work; README's command for real use names it. */
    public static final Path AHEAD_OF_TIME_CACHE = Path.of("target/quarkus-app/app.aot");

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PORT = "QUARKUS_HTTP_PORT";
    private static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT";
    private static final Pattern TOKEN = Pattern.compile("Set-up token: (\\S+)");

    private static final HttpClient PROBE =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port;
    private final int managementPort;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Process process;
    private final @Nullable EmbeddedPostgres database;

    private PackagedApplication(
            Map<String, String> environment, @Nullable EmbeddedPostgres database, String... javaOptions)
            throws IOException {
        this.database = database;
        ProcessBuilder builder = new ProcessBuilder(command(javaOptions)).redirectErrorStream(true);
        Map<String, String> settings = builder.environment();
        settings.put(PORT, Integer.toString(TestDatabase.freePort()));
        settings.put(MANAGEMENT_PORT, Integer.toString(TestDatabase.freePort()));
        settings.put("BIHUAN_SECURITY_BCRYPT_COST", "4");
        settings.put("QUARKUS_SHUTDOWN_DELAY", "0"); // no balancer waits for it here
        settings.putAll(environment);
        this.port = Integer.parseInt(settings.get(PORT));
        this.managementPort = Integer.parseInt(settings.get(MANAGEMENT_PORT));
        this.process = builder.start();
        Thread.ofPlatform().daemon().start(this::readLog);
    }

    /** @return itself, when it answers */
    public PackagedApplication awaitReady() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::isReady);
        return this;
    }

    /** Options for a run that the virtual machine learns from; none where it cannot (before Java 25). */
    public static String[] learning() {
        return canLearn() ? new String[] {"-XX:AOTCacheOutput=" + AHEAD_OF_TIME_CACHE} : new String[0];
    }

    public static boolean canLearn() {
        return Runtime.version().feature() >= 25;
    }

    private static List<String> command(String... javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(javaOptions));
        command.add("-jar");
        command.add(JAR.toString());
        return command;
    }

    /** On a PostgreSQL of its own that has never been used, as somebody runs it for real. */
    public static PackagedApplication startOnEmptyDatabase(String... javaOptions) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            return new PackagedApplication(environmentFor(postgres.getPort()), postgres, javaOptions).awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a PostgreSQL that is the caller's to stop; several may run on one. */
    public static PackagedApplication startOn(
            int databasePort, Map<String, String> environment, String... javaOptions) {
        return launchOn(databasePort, environment, javaOptions).awaitReady();
    }

    /** The same, without waiting until it answers. A port that is given is the one it gets. */
    public static PackagedApplication launchOn(
            int databasePort, Map<String, String> environment, String... javaOptions) {
        try {
            Map<String, String> all = environmentFor(databasePort);
            all.putAll(environment);
            return new PackagedApplication(all, null, javaOptions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environmentFor(int databasePort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + databasePort + "/postgres");
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "none needed");
        return environment;
    }

    /** On the PostgreSQL it brings along, with its data in the folder. */
    public static PackagedApplication startWithEmbeddedDatabase(Path folder) {
        try {
            return new PackagedApplication(Map.of("BIHUAN_DATA_DIRECTORY", folder.toString()), null).awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(log::add);
        } catch (IOException | UncheckedIOException e) {
            log.add("(its output was cut off)"); // it was killed
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + String.join("\n", log));
        }
        URI probe = URI.create(managementBase() + "/q/health/ready");
        try {
            return PROBE.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String base() {
        return "http://localhost:" + port;
    }

    public String managementBase() {
        return "http://localhost:" + managementPort;
    }

    public Api nobody() {
        return new Api(base(), Map.of());
    }

    /** The token that this start printed. */
    public String setUpToken() {
        return log.stream()
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no set-up token in: " + String.join("\n", log)));
    }

    public List<String> log() {
        return List.copyOf(log);
    }

    /** As the power goes: SIGKILL, and nothing is tidied up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end in good order, and does not wait for it. */
    public void terminate() {
        // Through the handle, because Process.destroy() also closes the pipe that the last words go through.
        process.toHandle().destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        terminate();
        process.onExit()
                .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
        try {
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
