package org.bihuan.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for the whole run, and free ports, so that nothing on the machine is in the way. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    /** Where tests find the application; a system property, because tests live in another class loader. */
    static final String URL = "bihuan.test.url";

    static final String JDBC_URL = "bihuan.test.jdbc-url";
    static final String SETUP_TOKEN = "the-set-up-token-of-the-tests";

    private @Nullable EmbeddedPostgres postgres;
    private @Nullable MailServer mail;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("logging_collector", "on") // for StatementLog
                    .setServerConfig("log_destination", StatementLog.FORMAT)
                    .setServerConfig("log_rotation_size", "0")
                    .start();
            int port = freePort();
            System.setProperty("vertx.disableURIValidation", "true"); // as the application's own main does
            System.setProperty(URL, "http://localhost:" + port);
            System.setProperty(JDBC_URL, postgres.getJdbcUrl("postgres", "postgres"));
            Map<String, String> config = new HashMap<>();
            config.put(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
            config.put("quarkus.datasource.username", "postgres");
            config.put("quarkus.datasource.password", "postgres");
            config.put("quarkus.http.test-port", Integer.toString(port));
            config.put("quarkus.management.test-port", Integer.toString(freePort()));
            mail = new MailServer();
            config.put("quarkus.mailer.host", "localhost");
            config.put("quarkus.mailer.port", Integer.toString(mail.port()));
            config.put("bihuan.setup-token", SETUP_TOKEN);
            config.put("bihuan.security.bcrypt-cost", "4");
            config.put("bihuan.jobs.seal-timelines", "off"); // tests seal when they wish to
            // Receivers of webhooks stand on this very machine.
            config.put("bihuan.webhooks.allowed-private-addresses", "127.0.0.1");
            config.put("bihuan.webhooks.allow-plain-http", "true");
            config.put("bihuan.events.heartbeat-every", "1s");
            config.put("bihuan.exports.longest-stall", "3s");
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For what only happens to an installation from within, or in weeks: behind the back of the application. */
    public static int execute(String sql, Object... parameters) {
        return query(sql, PreparedStatement::executeUpdate, parameters);
    }

    /** The first column of all rows. */
    public static List<String> column(String sql, Object... parameters) {
        return query(
                sql,
                statement -> {
                    List<String> values = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            values.add(rows.getString(1));
                        }
                    }
                    return values;
                },
                parameters);
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static <T> T query(String sql, Use<T> use, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(System.getProperty(JDBC_URL));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (mail != null) {
                mail.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
