package org.bihuan.workorder.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Folds what has changed in the numbers of ended orders into their totals, for all companies. Plain JDBC, because it is done in
 * nobody's company. Two at once take different rows.
 */
@ApplicationScoped
public class EndedOrders {
    private static final int AT_A_TIME = 10_000;
    private static final String FOLD = """
        with oldest as (
          select company_id, id from work_order_count_change order by company_id, id limit ? for update skip locked
        ), taken as (
          delete from work_order_count_change c using oldest o where c.company_id = o.company_id and c.id = o.id
          returning c.company_id, c.community_id, c.status, c.orders
        ), folded as (
          insert into work_order_count (company_id, community_id, status, orders)
          select company_id, community_id, status, sum(orders) from taken group by 1, 2, 3 order by 1, 2, 3
          on conflict (company_id, community_id, status)
          do update set orders = work_order_count.orders + excluded.orders
        )
        select count(*) from taken
        """;

    private final AgroalDataSource database;

    EndedOrders(AgroalDataSource database) {
        this.database = database;
    }

    /** Until there is nothing left to fold. */
    public void fold() {
        long folded;
        do {
            folded = foldSome();
        } while (folded == AT_A_TIME);
    }

    private long foldSome() {
        try (Connection connection = database.getConnection();
                PreparedStatement fold = connection.prepareStatement(FOLD)) {
            fold.setInt(1, AT_A_TIME);
            try (var rows = fold.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
