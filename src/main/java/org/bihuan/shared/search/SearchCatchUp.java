package org.bihuan.shared.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchFiller;
import org.jboss.logging.Logger;

/**
 * Gives words to what was there before search was: a few hundred rows in a transaction, for a while at a time, from where it
 * stopped. Several instances may do it at once; one row of {@code search_catch_up} is in one hand.
 */
@ApplicationScoped
public class SearchCatchUp {
    private static final Logger LOG = Logger.getLogger(SearchCatchUp.class);
    private static final Duration AT_A_TIME = Duration.ofSeconds(8);
    private static final String WAITING =
            "select company_id, table_name from search_catch_up order by company_id, table_name";

    private final AgroalDataSource database;
    private final SearchCatchUpStep step;
    private final CurrentTenant tenant;
    private final List<SearchFiller> fillers;

    SearchCatchUp(
            AgroalDataSource database, SearchCatchUpStep step, CurrentTenant tenant, @All List<SearchFiller> fillers) {
        this.database = database;
        this.step = step;
        this.tenant = tenant;
        this.fillers = List.copyOf(fillers);
    }

    private record Waiting(UUID company, String table) {}

    /** Goes on for a few seconds at most. One table that cannot be read does not keep the others waiting. @return how many rows */
    @ActivateRequestContext
    public int goOn() {
        long end = System.nanoTime() + AT_A_TIME.toNanos();
        int rows = 0;
        for (Waiting waiting : waiting()) {
            tenant.enter(waiting.company());
            try {
                int some;
                do {
                    some = step.take(filler(waiting.table()));
                    rows += some;
                } while (some > 0 && System.nanoTime() < end);
            } catch (RuntimeException e) {
                LOG.warnf(e, "The words of %s are not yet complete", waiting.table());
            } finally {
                tenant.enter(CurrentTenant.NOBODY);
            }
        }
        return rows;
    }

    private SearchFiller filler(String table) {
        return fillers.stream()
                .filter(filler -> filler.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody fills " + table));
    }

    private List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                waiting.add(new Waiting(rows.getObject(1, UUID.class), rows.getString(2)));
            }
            return waiting;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
