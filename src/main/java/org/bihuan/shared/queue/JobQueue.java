package org.bihuan.shared.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/**
 * The table of jobs. Claiming and reporting are short transactions of their own in plain JDBC, because they are about every
 * company at once; nothing is locked while a job is being done, only leased.
 */
@ApplicationScoped
class JobQueue implements Jobs {
    /** When a claim is taken for dead, and somebody else may take the job. */
    static final Duration LEASE = JobHandler.LONGEST.plusSeconds(8);

    private static final int LONGEST_ERROR = 1000;

    private static final String CLAIM = """
            update job j set lease_until = ?, lease = ?, attempts = attempts + 1
            from (select company_id, id from job
                  where state = 'READY' and run_at <= ? and (lease_until is null or lease_until < ?)
                  order by run_at limit ? for update skip locked) due
            where j.company_id = due.company_id and j.id = due.id
            returning j.company_id, j.id, j.kind, j.key, j.attempts, j.data::text
            """;

    private final Session session;
    private final AgroalDataSource database;
    private final CurrentTenant tenant;
    private final ObjectMapper json;
    private final Clock clock;

    JobQueue(Session session, AgroalDataSource database, CurrentTenant tenant, ObjectMapper json, Clock clock) {
        this.session = session;
        this.database = database;
        this.tenant = tenant;
        this.json = json;
        this.clock = clock;
    }

    /** A job in the hands of this instance, until the lease ends. */
    record Claim(UUID company, UUID lease, Job job) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean add(NewJob job) {
        return session.createNativeMutationQuery("""
                        insert into job (company_id, id, kind, key, run_at, data, created_at)
                        values (:company, :id, :kind, :key, :runAt, cast(:data as jsonb), :now)
                        on conflict (company_id, kind, key) do nothing
                        """)
                        // What the session still holds has nothing to do with this row, so it is not written twice.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("company", tenant.id())
                        .setParameter("id", Ids.next())
                        .setParameter("kind", job.kind())
                        .setParameter("key", job.key())
                        .setParameter("runAt", job.runAt())
                        .setParameter("data", write(job.data()))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    List<Claim> claim(int most) {
        Instant now = clock.instant();
        UUID lease = Ids.next();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, now.plus(LEASE).atOffset(ZoneOffset.UTC));
            update.setObject(2, lease);
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setObject(4, now.atOffset(ZoneOffset.UTC));
            update.setInt(5, most);
            List<Claim> claims = new ArrayList<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    claims.add(new Claim(
                            rows.getObject(1, UUID.class),
                            lease,
                            new Job(
                                    rows.getObject(2, UUID.class),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getInt(5),
                                    read(rows.getString(6)))));
                }
            }
            return claims;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void done(Claim claim) {
        report(claim, "state = 'DONE', finished_at = ?, last_error = null", clock.instant(), null, 0);
    }

    void later(Claim claim, Instant at) {
        report(claim, "run_at = ?", at, null, 1);
    }

    void failed(Claim claim, Instant next, String error) {
        report(claim, "run_at = ?, last_error = ?", next, error, 0);
    }

    void dead(Claim claim, String error) {
        report(claim, "state = 'DEAD', finished_at = ?, last_error = ?", clock.instant(), error, 0);
    }

    /** Says nothing when the lease has passed to somebody else: then theirs counts. */
    private void report(Claim claim, String change, Instant at, @Nullable String error, int notCounted) {
        String sql = "update job set lease = null, lease_until = null, attempts = attempts - ?, " + change
                + " where company_id = ? and id = ? and lease = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int next = 1;
            update.setInt(next++, notCounted);
            update.setObject(next++, at.atOffset(ZoneOffset.UTC));
            if (error != null) {
                update.setString(next++, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
            }
            update.setObject(next++, claim.company());
            update.setObject(next++, claim.job().id());
            update.setObject(next, claim.lease());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, String> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String data) {
        try {
            return json.readValue(data, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
