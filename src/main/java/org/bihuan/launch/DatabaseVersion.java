package org.bihuan.launch;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** Whether the PostgreSQL of the JDBC URL is new enough, before the first migration stumbles over it. */
final class DatabaseVersion {
    /** The first that knows the privilege SET of a role, which the migrations ask for. */
    static final int OLDEST = 16;

    private DatabaseVersion() {}

    /** Why Bihuan cannot run there; empty also when the server does not answer, because the start says so itself. */
    static Optional<String> refusal(String url, String username, String password) {
        Properties login = new Properties();
        login.setProperty("user", username);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "10");
        for (Driver driver : ServiceLoader.load(Driver.class, DatabaseVersion.class.getClassLoader())) {
            try (Connection connection = driver.connect(url, login)) {
                if (connection != null) {
                    return refusal(connection);
                }
            } catch (SQLException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        return refusal(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
    }

    static Optional<String> refusal(int major, String version) {
        return major >= OLDEST
                ? Optional.empty()
                : Optional.of("Bihuan needs PostgreSQL " + OLDEST + " or newer, this is " + version + ".");
    }
}
