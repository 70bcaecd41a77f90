package org.bihuan.shared.web;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bihuan.shared.DomainException;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.NotSignedIn;
import org.bihuan.shared.PreconditionMissing;
import org.bihuan.shared.Stale;
import org.bihuan.shared.TooManyTries;
import org.bihuan.shared.Unavailable;
import org.jspecify.annotations.Nullable;

/** The one table from what went wrong to the HTTP status and the code. */
final class ProblemTable {
    static final int UNKNOWN = 500;

    private static final Map<Class<? extends Throwable>, Row> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put(NotFound.class, new Row(404, null));
        ROWS.put(Forbidden.class, new Row(403, null));
        ROWS.put(NotSignedIn.class, new Row(401, null));
        ROWS.put(NotNow.class, new Row(409, null));
        ROWS.put(Stale.class, new Row(412, null));
        ROWS.put(PreconditionMissing.class, new Row(428, null));
        ROWS.put(TooManyTries.class, new Row(429, null));
        ROWS.put(InvalidInput.class, new Row(422, null));
        ROWS.put(Unavailable.class, new Row(503, null));
        ROWS.put(UnauthorizedException.class, new Row(401, "NOT_SIGNED_IN"));
        ROWS.put(AuthenticationFailedException.class, new Row(401, "TOKEN_NOT_VALID"));
        ROWS.put(ForbiddenException.class, new Row(403, "FORBIDDEN"));
        ROWS.put(OptimisticLockException.class, new Row(409, "CHANGED_AT_THE_SAME_TIME"));
        ROWS.put(PessimisticLockException.class, new Row(503, "UNAVAILABLE"));
        ROWS.put(LockTimeoutException.class, new Row(503, "UNAVAILABLE"));
    }

    /** What the framework refuses by itself; its other statuses cannot come from a client's doing. */
    private static final Map<Integer, String> BY_STATUS = Map.of(
            400, "MALFORMED",
            401, "NOT_SIGNED_IN",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            406, "NOT_ACCEPTABLE",
            413, "TOO_LARGE_A_BODY",
            414, "TOO_LONG_A_PATH",
            415, "UNSUPPORTED_MEDIA_TYPE",
            431, "TOO_LARGE_HEADERS");

    /** PostgreSQL's classes: connection, insufficient resources, operator intervention, and the two kinds of "try again". */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "40", "55");

    /** A value the database does not take: the client's, because we make none like that. */
    private static final String DATA = "22";

    private static final String UNIQUE = "23505";
    private static final String CONSTRAINT = "23";

    private ProblemTable() {}

    record Row(int status, @Nullable String code) {
        String codeOf(Throwable problem) {
            return code == null && problem instanceof DomainException refusal ? refusal.code() : String.valueOf(code);
        }
    }

    /** The cause that decides what we answer: ours if there is one among the causes, else the one given. */
    static Throwable decisive(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (ROWS.containsKey(cause.getClass()) || cause instanceof SQLException) {
                return cause;
            }
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RollbackException && cause.getCause() == null) {
                return cause; // nobody says why: it took too long
            }
        }
        return problem instanceof ArcUndeclaredThrowableException && problem.getCause() != null
                ? problem.getCause()
                : problem;
    }

    static Row row(Throwable problem) {
        if (problem instanceof InvalidInput input && input.isMalformed()) {
            return new Row(400, null);
        }
        Row row = ROWS.get(problem.getClass());
        if (row != null) {
            return row;
        }
        return switch (problem) {
            case WebApplicationException refused ->
                ofStatus(refused.getResponse().getStatus());
            case RollbackException late when late.getCause() == null -> new Row(503, "UNAVAILABLE");
            case SQLException failed -> ofSqlState(failed.getSQLState());
            default -> new Row(UNKNOWN, "INTERNAL_ERROR");
        };
    }

    static Row ofStatus(int status) {
        String code = BY_STATUS.get(status);
        return code == null ? new Row(UNKNOWN, "INTERNAL_ERROR") : new Row(status, code);
    }

    private static Row ofSqlState(@Nullable String state) {
        if (state == null || AWAY.contains(state.substring(0, 2))) {
            return new Row(503, "UNAVAILABLE");
        }
        if (state.equals(UNIQUE)) {
            return new Row(409, "ALREADY_EXISTS");
        }
        if (state.startsWith(DATA)) {
            return new Row(422, "INVALID");
        }
        return state.startsWith(CONSTRAINT)
                ? new Row(409, "CHANGED_AT_THE_SAME_TIME")
                : new Row(UNKNOWN, "INTERNAL_ERROR");
    }
}
