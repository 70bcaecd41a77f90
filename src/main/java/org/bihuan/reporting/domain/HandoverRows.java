package org.bihuan.reporting.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What a handover sheet is made of, as SQL. */
@ApplicationScoped
class HandoverRows {
    private static final String OF_COMMUNITY =
            " from work_order w where w.company_id = :company and w.community_id = :community and ";

    private static final String NEW = "w.created_at >= :from and w.created_at < :to";
    private static final String OPEN = "w.status in ('REGISTERED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')";
    private static final String OVERDUE = "w.next_due_at < :now";
    private static final String URGENT_FIRST =
            "array_position(array['EMERGENCY', 'URGENT', 'NORMAL', 'LOW'], w.priority), w.next_due_at, w.id";

    private static final String CALLS = """
            from follow_up f
            where f.company_id = :company and f.community_id = :community and f.status = 'SCHEDULED'
            and (f.due_at < :end or (f.last_outcome = 'CALL_BACK' and f.not_before < :end))""";

    /** When to ring: at the time agreed on, else before it is due. */
    private static final String FIRST_TO_RING =
            " order by case when f.last_outcome = 'CALL_BACK' then f.not_before else f.due_at end, f.id";

    /** Only of those that are shown it is looked up what they are about. */
    private static final String SHOWN_CALLS =
            """
            select f.id, f.work_order_id, w.number, f.not_before, f.due_at,
              coalesce(f.last_outcome = 'CALL_BACK', false), f.attempt_count, a.by_name, a.note,
              w.reporter_name, w.reporter_phone, w.unit_code, w.description
            from (select f.* %s %s limit %d) f
            join work_order w on w.company_id = f.company_id and w.id = f.work_order_id
            left join follow_up_attempt a
              on a.company_id = f.company_id and a.follow_up_id = f.id and a.seq = f.attempt_count
            %s""".formatted(CALLS, FIRST_TO_RING, HandoverSheet.MOST_LINES, FIRST_TO_RING);

    private final Session database;
    private final CurrentTenant tenant;

    HandoverRows(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** What contracts do not tell of an order. */
    record Found(WorkOrderId id, @Nullable HoldReason holdReason) {}

    /** @param what of the orders of a community, with what it is bound to */
    private List<Found> orders(UUID community, String what, String order, Bind bind) {
        NativeQuery<Tuple> query =
                ofCommunity("select w.id, w.hold_reason" + OF_COMMUNITY + what + " order by " + order, community);
        bind.to(query);
        return query.setMaxResults(HandoverSheet.MOST_LINES).getResultList().stream()
                .map(row -> new Found(new WorkOrderId(row.get(0, UUID.class)), reason(row.get(1, String.class))))
                .toList();
    }

    private static @Nullable HoldReason reason(@Nullable String name) {
        return name == null ? null : HoldReason.valueOf(name);
    }

    @FunctionalInterface
    private interface Bind {
        void to(NativeQuery<Tuple> query);
    }

    private long count(UUID community, String what, Bind bind) {
        NativeQuery<Tuple> query = ofCommunity("select count(*)" + OF_COMMUNITY + what, community);
        bind.to(query);
        return query.getSingleResult().get(0, Number.class).longValue();
    }

    private NativeQuery<Tuple> ofCommunity(String sql, UUID community) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("company", tenant.id())
                .setParameter("community", community);
    }

    List<Found> newOrders(UUID community, Shift shift) {
        return orders(community, NEW, "w.created_at desc, w.id desc", query -> within(query, shift));
    }

    long countNew(UUID community, Shift shift) {
        return count(community, NEW, query -> within(query, shift));
    }

    private static void within(NativeQuery<Tuple> query, Shift shift) {
        query.setParameter("from", shift.from()).setParameter("to", shift.to());
    }

    List<Found> open(UUID community) {
        return orders(community, OPEN, URGENT_FIRST, query -> {});
    }

    List<HandoverSheet.StatusCount> openByStatus(UUID community) {
        return ofCommunity("select w.status, count(*)" + OF_COMMUNITY + OPEN + " group by w.status", community)
                .getResultList()
                .stream()
                .map(row -> new HandoverSheet.StatusCount(
                        Status.valueOf(row.get(0, String.class)),
                        row.get(1, Number.class).longValue()))
                .sorted((one, other) -> one.status().compareTo(other.status()))
                .toList();
    }

    /** Also completed ones whose follow-up is late: the only clock that runs then. */
    List<Found> overdue(UUID community, Instant now) {
        return orders(community, OVERDUE, "w.next_due_at, w.id", query -> query.setParameter("now", now));
    }

    long countOverdue(UUID community, Instant now) {
        return count(community, OVERDUE, query -> query.setParameter("now", now));
    }

    List<HandoverSheet.CallLine> calls(UUID community, Instant end) {
        return ofCommunity(SHOWN_CALLS, community).setParameter("end", end).getResultList().stream()
                .map(HandoverRows::call)
                .toList();
    }

    long countCalls(UUID community, Instant end) {
        return ofCommunity("select count(*) " + CALLS, community)
                .setParameter("end", end)
                .getSingleResult()
                .get(0, Number.class)
                .longValue();
    }

    private static HandoverSheet.CallLine call(Tuple row) {
        return new HandoverSheet.CallLine(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, Instant.class),
                row.get(5, Boolean.class),
                row.get(6, Number.class).intValue(),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, String.class),
                row.get(10, String.class),
                row.get(11, String.class),
                row.get(12, String.class));
    }
}
