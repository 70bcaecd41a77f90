package org.bihuan.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** Whoever writes user and password into the JDBC URL, or needs none, has said enough; the migrations want them apart. */
final class DatabaseLogin {
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    /** Sent where the server asks for no password at all. */
    private static final String NONE_NEEDED = "none";

    private DatabaseLogin() {}

    static void complete(String url) {
        if (EmbeddedDatabase.setting(USERNAME).isEmpty()) {
            System.setProperty(USERNAME, parameter(url, "user").orElse(System.getProperty("user.name")));
        }
        if (EmbeddedDatabase.setting(PASSWORD).isEmpty()) {
            System.setProperty(PASSWORD, parameter(url, "password").orElse(NONE_NEEDED));
        }
    }

    static Optional<String> parameter(String url, String name) {
        int query = url.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        return Arrays.stream(url.substring(query + 1).split("&", -1))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The database that is configured, as whom the settings say. */
    static Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", EmbeddedDatabase.setting(USERNAME).orElseThrow());
        login.setProperty("password", EmbeddedDatabase.setting(PASSWORD).orElseThrow());
        return DriverManager.getConnection(
                EmbeddedDatabase.setting(EmbeddedDatabase.URL).orElseThrow(), login);
    }
}
