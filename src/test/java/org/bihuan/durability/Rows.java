package org.bihuan.durability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.testing.KeptDatabase;

/** What PostgreSQL holds in the end. */
final class Rows {
    private Rows() {}

    /** Each row as its columns in one line. */
    static List<String> of(KeptDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    columns.add(rows.getString(column));
                }
                lines.add(String.join(" ", columns));
            }
            return lines;
        }
    }
}
