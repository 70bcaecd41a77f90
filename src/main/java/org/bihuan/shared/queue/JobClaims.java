package org.bihuan.shared.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs.Job;
import org.jspecify.annotations.Nullable;

/**
 * Takes jobs into hand and tells how they went: short transactions of their own in plain JDBC, because they are about every
 * company at once. Nothing is locked while a job is being done, only leased.
 *
 * <p>Leases are counted by the database's clock, which all instances share. When a job is due is told by ours, like every other
 * time of the domain: an instance whose clock is wrong begins early or late, but never does what another has in hand.
 */
@ApplicationScoped
class JobClaims {
    /** When a claim is taken for dead, and somebody else may take the job. */
    static final Duration LEASE = JobHandler.LONGEST.plusSeconds(8);

    private static final int LONGEST_ERROR = 1000;

    /**
     * The oldest due jobs of each lane take turns. A lane of which something is in hand here stands back, and one of a kind that
     * others have in hand too stands back further: so neither one company nor one slow kind keeps the rest waiting.
     */
    private static final String CLAIM = """
            with recursive lane as (
              (select company_id, kind from job where state = 'READY' order by company_id, kind limit 1)
              union all
              select further.company_id, further.kind from lane cross join lateral (
                select company_id, kind from job
                where state = 'READY' and (company_id, kind) > (lane.company_id, lane.kind)
                order by company_id, kind limit 1) further),
            busy as (select * from unnest(?::uuid[], ?::text[]) as b (company_id, kind)),
            head as (
              select first.company_id, first.id, first.run_at,
                row_number() over (partition by lane.company_id, lane.kind order by first.run_at)
                + (select count(*) from busy where busy.kind = lane.kind)
                + (select count(*) from busy where busy.kind = lane.kind and busy.company_id = lane.company_id) as place
              from lane cross join lateral (
                select company_id, id, run_at from job
                where company_id = lane.company_id and kind = lane.kind and state = 'READY' and run_at <= ?
                  and (lease_until is null or lease_until < now())
                order by run_at limit ?) first
              where lane.kind = any (?::text[])),
            due as (
              select j.company_id, j.id from head join job j using (company_id, id)
              where j.state = 'READY' and (j.lease_until is null or j.lease_until < now())
              order by head.place, head.run_at limit ? for update of j skip locked)
            update job j set lease_until = now() + make_interval(secs => ?), lease = ?, attempts = attempts + 1,
              version = version + 1
            from due where j.company_id = due.company_id and j.id = due.id
            returning j.company_id, j.id, j.kind, j.key, j.failures, j.data::text, j.attempts - 1 - j.failures
            """;

    /** Of each lane more than can be taken, because other instances may take the first of them at this moment. */
    private static final int SPARE = 4;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    JobClaims(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param kinds what may be taken
     * @param inHand what this instance is doing
     * @throws DatabaseAway when it cannot be asked
     */
    List<Claim> take(Collection<String> kinds, Collection<Claim> inHand, int most) {
        UUID lease = Ids.next();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            Object[] companies = inHand.stream().map(Claim::company).toArray();
            Object[] busy = inHand.stream().map(claim -> claim.job().kind()).toArray();
            update.setArray(1, connection.createArrayOf("uuid", companies));
            update.setArray(2, connection.createArrayOf("text", busy));
            update.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            update.setInt(4, most * SPARE);
            update.setArray(5, connection.createArrayOf("text", kinds.toArray()));
            update.setInt(6, most);
            update.setInt(7, (int) LEASE.toSeconds());
            update.setObject(8, lease);
            return read(update.executeQuery(), lease);
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    private List<Claim> read(ResultSet rows, UUID lease) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        while (rows.next()) {
            Job job = new Job(
                    rows.getObject(2, UUID.class),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getInt(5) + 1,
                    data(rows.getString(6)));
            claims.add(new Claim(rows.getObject(1, UUID.class), lease, job, rows.getInt(7)));
        }
        return claims;
    }

    boolean done(Claim claim) {
        return tell(claim, "state = 'DONE', last_error = null, finished_at = ?", clock.instant(), null, 0);
    }

    boolean later(Claim claim, Instant at) {
        return tell(claim, "run_at = ?", at, null, 1);
    }

    boolean failed(Claim claim, Instant next, String error) {
        return tell(claim, "run_at = ?, last_error = ?, failures = failures + 1", next, error, 0);
    }

    /** Cut off by what was not its fault: soon again, as one that ended without a word. */
    boolean cutOff(Claim claim, Instant next, String error) {
        return tell(claim, "run_at = ?, last_error = ?", next, error, 0);
    }

    boolean dead(Claim claim, String error) {
        return tell(claim, "state = 'DEAD', finished_at = ?, last_error = ?", clock.instant(), error, 0);
    }

    /** False when the lease has passed to somebody else: then theirs counts. @throws DatabaseAway when it cannot be told */
    private boolean tell(Claim claim, String change, Instant at, @Nullable String error, int notCounted) {
        String sql = "update job set version = version + 1, lease = null, lease_until = null, attempts = attempts - ?, "
                + change + " where company_id = ? and id = ? and lease = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int next = 1;
            update.setInt(next++, notCounted);
            update.setObject(next++, at.atOffset(ZoneOffset.UTC));
            if (error != null) {
                update.setString(next++, storable(error));
            }
            update.setObject(next++, claim.company());
            update.setObject(next++, claim.job().id());
            update.setObject(next, claim.lease());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    /** PostgreSQL takes neither NUL nor half a character, and an error that cannot be stored would come back for ever. */
    static String storable(String error) {
        return error.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(LONGEST_ERROR)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Map<String, String> data(String data) {
        try {
            return json.readValue(data, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets some of what was done before then, so that no transaction is long. @return how many */
    int forget(Instant doneBefore, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("""
                        delete from job where (company_id, id) in (
                          select company_id, id from job where state = 'DONE' and finished_at < ?
                          order by finished_at limit ? for update skip locked)
                        """)) {
            delete.setObject(1, doneBefore.atOffset(ZoneOffset.UTC));
            delete.setInt(2, most);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    /** The database does not answer now; nothing was changed as far as we know. */
    static final class DatabaseAway extends RuntimeException {
        DatabaseAway(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
