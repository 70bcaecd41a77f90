package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWay;
import org.bihuan.workorder.WorkOrderFacts;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryFlushMode;

/** Finds the work orders that a query means, way by way, and in each way the open ones first and the newest first. */
@ApplicationScoped
class WorkOrderFinding {
    /** So many of the newest are looked through for a frequent word before it is gathered. */
    private static final int NEWEST = 2_000;

    private static final int FEWEST_OF_EACH = 50;

    private static final String NUMBERED = """
            select id from work_order
            where company_id = :company and number in (:number, :checked) order by number = :number desc
            """;
    private static final String OPEN = """
            select w.id from unnest(cast(:communities as uuid[])) as c (id) cross join lateral (
              select o.id, o.created_at from work_order o
              where o.company_id = :company and o.community_id = c.id and o.status not in ('CLOSED', 'CANCELLED')
              order by o.created_at desc, o.id desc limit :newest) w
            join work_order_words s on s.company_id = :company and s.id = w.id
            where s.words @@ cast(:words as tsquery)
            order by w.created_at desc, w.id desc limit :rows
            """;
    private static final String NEWEST_OF_TECHNICIAN = """
            select w.id from (
              select o.id, o.created_at from work_order o
              where o.company_id = :company and o.assignee_id = :technician
              order by o.created_at desc, o.id desc limit :newest) w
            join work_order_words s on s.company_id = :company and s.id = w.id
            where s.words @@ cast(:words as tsquery)
            order by w.created_at desc, w.id desc limit :rows
            """;
    private static final String ALL_OF_TECHNICIAN = """
            with found as materialized (
              select id from work_order_words where company_id = :company and words @@ cast(:words as tsquery))
            select w.id from found join work_order w on w.company_id = :company and w.id = found.id
            where w.assignee_id = :technician
            order by w.created_at desc, w.id desc limit :rows
            """;

    private final Session database;
    private final CurrentTenant tenant;
    private final WorkOrderRepository orders;
    private final WorkOrderWords words;

    WorkOrderFinding(Session database, CurrentTenant tenant, WorkOrderRepository orders, WorkOrderWords words) {
        this.database = database;
        this.tenant = tenant;
        this.orders = orders;
        this.words = words;
    }

    /** Of what somebody may look through. */
    private interface Shelf {
        Collection<UUID> find(boolean wide, String words, int rows);
    }

    List<WorkOrderFacts> find(Set<UUID> communities, SearchQuery query, int limit) {
        return find(query, limit, (wide, asked, rows) -> inCommunities(communities, wide, asked, rows)).stream()
                .filter(order -> communities.contains(order.communityId()))
                .toList();
    }

    List<WorkOrderFacts> findAssigned(UUID technician, SearchQuery query, int limit) {
        return find(query, limit, (wide, asked, rows) -> assigned(technician, asked, rows)).stream()
                .filter(order -> technician.equals(order.assigneeId()))
                .toList();
    }

    private List<WorkOrderFacts> find(SearchQuery query, int limit, Shelf shelf) {
        Map<UUID, WorkOrderFacts> found = new LinkedHashMap<>();
        query.ways().forEach((way, asked) -> {
            if (found.size() < limit) {
                List<UUID> ids = new ArrayList<>();
                if (way == SearchWay.NUMBER) {
                    ids.addAll(numbered(String.valueOf(query.digits())));
                } else {
                    ids.addAll(shelf.find(query.isWide(way), asked, limit));
                }
                Map<UUID, WorkOrderFacts> facts = facts(ids);
                SearchTable.inOrder(ids, facts)
                        .forEach(order -> found.putIfAbsent(order.id().value(), order));
            }
        });
        return found.values().stream().limit(limit).toList();
    }

    private Map<UUID, WorkOrderFacts> facts(Collection<UUID> ids) {
        return orders.all(ids).stream()
                .map(WorkOrder::facts)
                .collect(Collectors.toMap(order -> order.id().value(), Function.identity()));
    }

    /** With or without the check digit. */
    private List<UUID> numbered(String digits) {
        return digits.length() > OrderNumber.LONGEST_SERIAL
                ? List.of()
                : database.createNativeQuery(NUMBERED, UUID.class)
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("company", tenant.id())
                        .setParameter("number", digits)
                        .setParameter("checked", OrderNumber.withCheckDigit(digits))
                        .getResultList();
    }

    private List<UUID> inCommunities(Set<UUID> communities, boolean wide, String asked, int rows) {
        if (communities.isEmpty()) {
            return List.of();
        }
        if (!wide) {
            return words.index().gathered(communities, asked, rows);
        }
        List<UUID> found = new ArrayList<>(ask(OPEN, asked, rows)
                .setParameter("communities", communities.toArray(UUID[]::new))
                .setParameter("newest", Math.max(FEWEST_OF_EACH, NEWEST / communities.size()))
                .getResultList());
        if (found.size() < rows) {
            found.addAll(words.index().newest(communities, asked, rows));
        }
        return found;
    }

    private List<UUID> assigned(UUID technician, String asked, int rows) {
        List<UUID> newest = ask(NEWEST_OF_TECHNICIAN, asked, rows)
                .setParameter("technician", technician)
                .setParameter("newest", NEWEST)
                .getResultList();
        return newest.size() == rows
                ? newest
                : ask(ALL_OF_TECHNICIAN, asked, rows)
                        .setParameter("technician", technician)
                        .getResultList();
    }

    private NativeQuery<UUID> ask(String sql, String asked, int rows) {
        return database.createNativeQuery(sql, UUID.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("company", tenant.id())
                .setParameter("words", asked)
                .setParameter("rows", rows);
    }
}
