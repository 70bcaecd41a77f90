package org.bihuan.workorder.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which orders have something to announce, of all companies. Plain JDBC, because it is done in nobody's company. */
@ApplicationScoped
class DueOrders {
    private static final String OLDEST_FIRST = """
            select company_id, id from work_order where next_announcement_at <= ?
            order by next_announcement_at limit ?
            """;

    private final AgroalDataSource database;

    DueOrders(AgroalDataSource database) {
        this.database = database;
    }

    /** Orders of one company, few enough that nobody waits long for one of them. */
    record Batch(UUID company, List<UUID> orders) {}

    /**
     * The longest due, at most so many, in batches. Several instances see the same ones, so each takes the batches in an order
     * of its own.
     */
    List<Batch> read(Instant now, int most, int batchSize) {
        List<Batch> batches = new ArrayList<>();
        ids(now, most).forEach((company, orders) -> {
            for (int from = 0; from < orders.size(); from += batchSize) {
                int to = Math.min(from + batchSize, orders.size());
                batches.add(new Batch(company, List.copyOf(orders.subList(from, to))));
            }
        });
        Collections.shuffle(batches);
        return batches;
    }

    private Map<UUID, List<UUID>> ids(Instant now, int most) {
        Map<UUID, List<UUID>> found = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST_FIRST)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), company -> new ArrayList<>())
                            .add(rows.getObject(2, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
