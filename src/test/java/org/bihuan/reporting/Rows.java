package org.bihuan.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain rows of the database, as JSON; instants in UTC. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"));
    }

    static List<JsonNode> select(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement zone = connection.prepareStatement("set time zone 'UTC'");
                PreparedStatement query = connection.prepareStatement("select to_jsonb(r) from (" + sql + ") r")) {
            zone.execute();
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<JsonNode> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(JSON.readTree(found.getString(1).replace("+00:00\"", "Z\"")));
                }
            }
            return rows;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
