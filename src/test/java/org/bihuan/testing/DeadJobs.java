package org.bihuan.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.bihuan.shared.Ids;

/** Jobs that were given up, as the queue leaves them. */
public final class DeadJobs {
    private DeadJobs() {}

    /** @return its id */
    public static String add(World world, String kind, String key) {
        UUID id = Ids.next();
        UUID company = UUID.fromString(
                world.as("admin").get("/companies/current").require(200).id());
        try (Connection connection = DriverManager.getConnection(System.getProperty(TestDatabase.JDBC_URL));
                PreparedStatement insert = connection.prepareStatement("""
                        insert into job (company_id, id, kind, key, state, run_at, attempts, last_error, created_at, finished_at)
                        values (?, ?, ?, ?, 'DEAD', now(), 8, 'java.net.ConnectException', now(), now())
                        """)) {
            insert.setObject(1, company);
            insert.setObject(2, id);
            insert.setString(3, kind);
            insert.setString(4, key);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id.toString();
    }
}
