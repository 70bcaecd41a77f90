package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders.Residence;
import org.bihuan.workorder.WorkOrders.Stay;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The matters a resident may follow: what they reported, and what happened in a unit while they lived there. */
@ApplicationScoped
class FollowedWorkOrders {
    private final Session database;

    FollowedWorkOrders(Session database) {
        this.database = database;
    }

    static boolean isFollowed(WorkOrder order, Residence residence) {
        boolean reported = residence.residentId().equals(order.reporter().residentId());
        UUID unit = order.spot().unitId();
        return reported
                || residence.stays().stream()
                        .anyMatch(stay -> stay.unitId().equals(unit)
                                && !order.createdAt().isBefore(stay.from())
                                && order.createdAt().isBefore(stay.to()));
    }

    /** The newest first, older than the given one. */
    List<WorkOrder> list(Residence residence, @Nullable WorkOrderId before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        String mine = condition(residence, values);
        String older = before == null ? "" : " and w.id < :before";
        if (before != null) {
            values.put("before", before.value());
        }
        var query = database.createQuery(
                "from WorkOrder w where (" + mine + ")" + older + " order by w.id desc", WorkOrder.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    long count(Residence residence) {
        Map<String, Object> values = new LinkedHashMap<>();
        String mine = condition(residence, values);
        var query = database.createQuery("select count(*) from WorkOrder w where " + mine, Long.class);
        values.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static String condition(Residence residence, Map<String, Object> values) {
        StringBuilder mine = new StringBuilder("w.reporter.residentId = :resident");
        values.put("resident", residence.residentId());
        for (Stay stay : residence.stays()) {
            int i = values.size();
            mine.append(" or (w.spot.unitId = :u%d and w.createdAt >= :f%d and w.createdAt < :t%d)".formatted(i, i, i));
            values.put("u" + i, stay.unitId());
            values.put("f" + i, stay.from());
            values.put("t" + i, stay.to());
        }
        return mine.toString();
    }
}
