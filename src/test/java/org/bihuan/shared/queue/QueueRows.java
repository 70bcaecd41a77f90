package org.bihuan.shared.queue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Jobs;
import org.bihuan.shared.Jobs.NewJob;
import org.bihuan.testing.World;

/** What a test puts into the table of jobs, and finds there. */
@ApplicationScoped
class QueueRows {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Jobs jobs;
    private final CurrentTenant tenant;
    private final AgroalDataSource database;

    QueueRows(Jobs jobs, CurrentTenant tenant, AgroalDataSource database) {
        this.jobs = jobs;
        this.tenant = tenant;
        this.database = database;
    }

    static UUID company(World world) {
        return UUID.fromString(
                world.as("admin").get("/companies/current").require(200).id());
    }

    /** A kind or key that nobody else uses. */
    static String unique(String name) {
        return name + "_" + COUNTER.incrementAndGet();
    }

    @ActivateRequestContext
    boolean add(UUID company, String kind, String key, Instant runAt) {
        tenant.enter(company);
        return QuarkusTransaction.requiringNew().call(() -> jobs.add(new NewJob(kind, key, runAt, Map.of("of", key))));
    }

    /** Adds and changes its mind. */
    @ActivateRequestContext
    void addInVain(UUID company, String kind, String key, Instant runAt) {
        tenant.enter(company);
        QuarkusTransaction.begin();
        jobs.add(new NewJob(kind, key, runAt, Map.of()));
        QuarkusTransaction.rollback();
    }

    /** Columns of one job by name; nothing when there is none. */
    Map<String, Object> row(String kind, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select state, attempts, last_error, lease, finished_at, version, lease_until > now() as leased,"
                                + " count(*) over () as rows from job where kind = ? and key = ?")) {
            query.setString(1, kind);
            query.setString(2, key);
            Map<String, Object> row = new LinkedHashMap<>();
            ResultSet found = query.executeQuery();
            if (found.next()) {
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnName(column), found.getObject(column));
                }
            }
            return row;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String state(String kind, String key) {
        return String.valueOf(row(kind, key).get("state"));
    }

    void change(String change, String kind, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update job set " + change + " where kind = ? and key = ?")) {
            update.setString(1, kind);
            update.setString(2, key);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
