package org.bihuan.integration.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Forgets old events, and the deliveries of them. */
@ApplicationScoped
public class EventMemory {
    /**
     * The second condition finds rows that were restored into another database, whose transactions are counted anew: no
     * transaction of this one that has ended can be so late, and nobody would ever be told of them.
     */
    private static final String FORGET = """
            with gone as (
              delete from event where at < ? or xact >= pg_snapshot_xmax(pg_current_snapshot()) returning xact, at),
            last as (
              select xact from gone where xact < pg_snapshot_xmax(pg_current_snapshot()) order by xact desc limit 1),
            note as (
              update event_forgotten set up_to = last.xact from last where up_to < last.xact)
            select count(*) from gone
            """;

    private final AgroalDataSource database;
    private final EventSettings settings;
    private final Clock clock;

    EventMemory(AgroalDataSource database, EventSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many */
    @Transactional
    public long forgetOld() {
        return forget(clock.instant().minus(settings.kept()));
    }

    @Transactional
    long forget(Instant before) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            try (var rows = delete.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
