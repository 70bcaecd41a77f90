package org.bihuan.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that comes along, for whoever has none: its data stays in one folder between starts. It is not started
 * where a JDBC URL is configured.
 */
final class EmbeddedDatabase {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DATABASE = "bihuan";
    private static final String SUPERUSER = "postgres";
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;

    /** In a field, because a lock that nobody refers to is given up at the next garbage collection. */
    private static @Nullable FileLock held;

    private EmbeddedDatabase() {}

    /** @return whether it was started */
    static boolean startUnlessConfigured() {
        Optional<String> url = setting(URL);
        if (url.isPresent()) {
            DatabaseLogin.complete(url.get());
            return false;
        }
        Path folder =
                Path.of(setting("bihuan.data-directory").orElse(".bihuan")).toAbsolutePath();
        try {
            start(folder);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + folder + " does not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL in " + folder + " does not answer", e);
        }
    }

    static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }

    private static void start(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        lock(folder);
        Path data = folder.resolve("postgresql");
        stopOrphan(data);
        String password = password(folder.resolve("postgresql.password"));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_WAIT)
                .setLocaleConfig("pwfile", folder.resolve("postgresql.password").toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                // The library is made for tests and trades safety for speed; this holds real work orders.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "localhost")
                .setDataDirectoryCustomizer(EmbeddedDatabase::requirePasswords)
                .start();
        createDatabase(postgres);
        System.setProperty(URL, "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE);
        System.setProperty("quarkus.datasource.username", SUPERUSER);
        System.setProperty("quarkus.datasource.password", password);
        LOG.infof("Embedded PostgreSQL on port %d, data in %s", postgres.getPort(), data);
    }

    /** Held until this process ends, however it ends. */
    @SuppressWarnings("resource")
    private static void lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = file.tryLock();
        if (held == null) {
            throw new IOException("another Bihuan is using it");
        }
    }

    /** After a kill of the application its PostgreSQL lives on; with our lock held it can only be an orphan. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> isOf(process, data));
        if (orphan.isEmpty()) {
            return;
        }
        LOG.infof("Stopping the PostgreSQL (process %d) that a killed Bihuan left behind", pid);
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone.
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start();
        orphan.get()
                .onExit()
                .orTimeout(START_WAIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    /** After a restart of the machine the number may belong to another PostgreSQL; ours works in our folder. */
    private static boolean isOf(ProcessHandle process, Path data) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Arrays.asList(arguments).contains(data.toString());
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "password",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static void requirePasswords(java.io.File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var exists = connection.prepareStatement("select from pg_database where datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, DATABASE);
            if (!exists.executeQuery().next()) {
                create.execute("create database " + DATABASE);
            }
        }
    }
}
