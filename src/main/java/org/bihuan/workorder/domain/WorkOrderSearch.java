package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Texts;
import org.bihuan.workorder.domain.WorkOrderQuery.Sort;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Finds work orders by whatever the desk filters by, page by page in the order of an index. */
@ApplicationScoped
class WorkOrderSearch {
    private static final char ESCAPE = '\\';

    private final Session database;

    WorkOrderSearch(Session database) {
        this.database = database;
    }

    /** Whose orders: those of communities, or those given to one technician. */
    record Scope(Collection<UUID> communities, @Nullable UUID assignee) {}

    static Sort sort(WorkOrderQuery query) {
        Sort sort = query.sort == null ? Sort.NEWEST : Sort.named(query.sort);
        if (sort == null) {
            throw InvalidInput.malformed("?sort", "NOT_ONE_OF", "-createdAt, createdAt, -updatedAt, updatedAt, dueAt");
        }
        return sort;
    }

    static List<?> keys(Sort sort, WorkOrder order) {
        Instant key = switch (sort) {
            case NEWEST, OLDEST -> order.createdAt();
            case CHANGED, UNCHANGED -> order.updatedAt();
            case DUE -> order.nextDueAt();
        };
        return List.of(String.valueOf(key), order.workOrderId());
    }

    List<WorkOrder> page(WorkOrderQuery query, Scope scope, Paging.@Nullable Position after, int rows) {
        Sort sort = sort(query);
        Conditions conditions = conditions(query, scope);
        if (sort == Sort.DUE) {
            conditions.add("w.nextDueAt is not null", Map.of());
        }
        if (after != null) {
            String beyond = sort.isDescending() ? "<" : ">";
            conditions.add(
                    "(w." + sort.field() + ", w.id) " + beyond + " (:afterKey, :afterId)",
                    Map.of("afterKey", after.instant(0), "afterId", after.id(1)));
        }
        String direction = sort.isDescending() ? " desc" : " asc";
        String hql = "from WorkOrder w where " + conditions.text() + " order by w." + sort.field() + direction
                + ", w.id" + direction;
        return conditions
                .bind(database.createQuery(hql, WorkOrder.class))
                .setMaxResults(rows)
                .getResultList();
    }

    long count(WorkOrderQuery query, Scope scope) {
        Conditions conditions = conditions(query, scope);
        if (sort(query) == Sort.DUE) {
            conditions.add("w.nextDueAt is not null", Map.of());
        }
        return conditions
                .bind(database.createQuery("select count(*) from WorkOrder w where " + conditions.text(), Long.class))
                .getSingleResult();
    }

    private static Conditions conditions(WorkOrderQuery query, Scope scope) {
        Conditions all = new Conditions();
        if (scope.assignee() == null) {
            all.add("w.communityId in :visible", Map.of("visible", scope.communities()));
        } else {
            all.add(
                    "(w.communityId in :visible or w.assigneeId = :self)",
                    Map.of("visible", scope.communities(), "self", scope.assignee()));
        }
        all.equal("communityId", query.communityId);
        all.in("status", query.status);
        all.in("kind", query.kind);
        all.in("priority", query.priority);
        all.equal("assigneeId", query.assigneeId);
        all.equal("spot.unitId", query.unitId);
        all.equal("number", query.number == null ? null : Texts.plainForms(query.number));
        all.compare("nextDueAt", "<", query.dueBefore);
        all.compare("createdAt", ">=", query.createdFrom);
        all.compare("createdAt", "<", query.createdTo);
        if (query.q != null && !query.q.isBlank()) {
            all.add("""
                    (w.description ilike :q escape '\\' or w.reporter.reporterName ilike :q escape '\\'
                     or w.reporter.reporterPhone like :q escape '\\' or w.spot.unitCode ilike :q escape '\\'
                     or w.spot.position ilike :q escape '\\' or w.number like :q escape '\\')
                    """, Map.of("q", "%" + escape(query.q.strip()) + "%"));
        }
        return all;
    }

    /** What people type is text, not a pattern. */
    private static String escape(String typed) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == ESCAPE || c == '%' || c == '_') {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Conditions and their values, side by side. */
    private static final class Conditions {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String condition, Map<String, Object> parameters) {
            parts.add(condition);
            values.putAll(parameters);
        }

        void equal(String field, @Nullable Object value) {
            compare(field, "=", value);
        }

        void compare(String field, String operator, @Nullable Object value) {
            if (value != null) {
                String name = "p" + values.size();
                add("w." + field + " " + operator + " :" + name, Map.of(name, value));
            }
        }

        void in(String field, List<?> choices) {
            if (!choices.isEmpty()) {
                String name = "p" + values.size();
                add("w." + field + " in :" + name, Map.of(name, choices));
            }
        }

        String text() {
            return String.join(" and ", parts);
        }

        <T> SelectionQuery<T> bind(SelectionQuery<T> query) {
            values.forEach((name, value) -> {
                if (value instanceof Collection<?> choices) {
                    query.setParameterList(name, choices);
                } else {
                    query.setParameter(name, value);
                }
            });
            return query;
        }
    }
}
