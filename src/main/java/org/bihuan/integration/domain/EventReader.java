package org.bihuan.integration.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of events for those who follow it. Plain JDBC, because it is about several companies at once; connections are
 * held for a moment only.
 */
@ApplicationScoped
class EventReader {
    private static final String HORIZON =
            "select pg_snapshot_xmin(pg_current_snapshot())::text, up_to::text from event_forgotten";

    private static final String READ = """
            select company_id, xact::text as transaction, id, type, community_id, assignee_id, previous_assignee_id, data::text
            from event
            where company_id = any (?) and xact >= cast(? as xid8) and xact <= cast(? as xid8)
              and (xact, id) > (cast(? as xid8), ?) and (xact, id) <= (cast(? as xid8), ?)
              and type like 'workOrder.%'
            order by event.xact, event.id limit ?
            """;

    private final AgroalDataSource database;

    EventReader(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @param end up to here nothing can appear any more: all earlier transactions have ended
     * @param forgotten events up to this transaction may be gone
     */
    record Horizon(Position end, long forgotten) {
        /** Whether somebody who has heard everything up to there can be told the rest. */
        boolean knowsWhatFollows(Position position) {
            return position.xact() > forgotten && position.xact() <= end.xact();
        }
    }

    /** An event and what decides who may hear of it. */
    record Told(
            UUID company,
            Position position,
            String type,
            @Nullable UUID community,
            @Nullable UUID assignee,
            @Nullable UUID previousAssignee,
            String data) {}

    Horizon horizon() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HORIZON);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return new Horizon(Position.before(Long.parseLong(rows.getString(1))), Long.parseLong(rows.getString(2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next events of these companies, in order, at most so many; the end is included and must not be beyond the horizon. */
    List<Told> read(Collection<UUID> companies, Position after, Position end, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", companies.toArray()));
            select.setString(2, Long.toString(after.xact()));
            select.setString(3, Long.toString(end.xact()));
            select.setString(4, Long.toString(after.xact()));
            select.setLong(5, after.id());
            select.setString(6, Long.toString(end.xact()));
            select.setLong(7, end.id());
            select.setInt(8, most);
            List<Told> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(told(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject(1, UUID.class),
                new Position(Long.parseLong(row.getString(2)), row.getLong(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getString(8));
    }
}
