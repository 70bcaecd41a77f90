package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.MergedRanges;
import org.bihuan.shared.Paging;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.Texts;
import org.bihuan.workorder.domain.WorkOrderQuery.Sort;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Finds work orders by whatever the desk filters by, page by page in the order of an index. */
@ApplicationScoped
class WorkOrderSearch {
    /** Written out and not bound, as everywhere a partial index is meant: so that it can be used. */
    static final String OPEN = "w.status not in (CLOSED, CANCELLED)";

    private final Session database;
    private final Catalogue catalogue;
    private final Clock clock;
    private final CurrentTenant tenant;
    private final WorkOrderWords words;

    WorkOrderSearch(Session database, Catalogue catalogue, Clock clock, CurrentTenant tenant, WorkOrderWords words) {
        this.database = database;
        this.catalogue = catalogue;
        this.clock = clock;
        this.tenant = tenant;
        this.words = words;
    }

    /** Whose orders: those of communities, or those given to one technician. */
    record Scope(Collection<UUID> communities, @Nullable UUID assignee) {}

    static Sort sort(WorkOrderQuery query) {
        return query.sort();
    }

    /** Where an order stands in a list: what the cursor after it holds. */
    static List<?> keys(Sort sort, WorkOrder order) {
        @Nullable
        Instant key = switch (sort) {
            case NEWEST, OLDEST -> order.createdAt();
            case CHANGED, UNCHANGED -> order.updatedAt();
            case DUE -> order.nextDueAt();
            case URGENT -> order.attentionAt();
            case NEXT_CHECK -> Objects.requireNonNull(order.hold()).nextCheckAt();
            case CLOSED_LAST, CLOSED_FIRST ->
                Objects.requireNonNull(order.closing()).at();
        };
        String text = String.valueOf(key);
        return sort == Sort.URGENT
                ? List.of(order.urgency(), text, order.workOrderId())
                : List.of(text, order.workOrderId());
    }

    List<WorkOrder> page(WorkOrderQuery query, Scope scope, Paging.@Nullable Position after, int rows) {
        Sort sort = sort(query);
        Conditions conditions = conditions(query, scope);
        if (sort.condition() != null) {
            conditions.add(sort.condition(), Map.of());
        }
        if (after != null) {
            addBeyond(conditions, sort, after);
        }
        List<String> fields = new ArrayList<>(sort.fields());
        fields.add("id");
        MergedRanges merged = new MergedRanges("WorkOrder", "w", fields, sort.isDescending());
        List<String> ranges = ranges(query, scope, conditions);
        if (ranges.isEmpty()) {
            return List.of();
        }
        String hql = merged.hql(ranges, conditions.text(), rows);
        return conditions.bind(database.createQuery(hql, WorkOrder.class)).getResultList();
    }

    private static void addBeyond(Conditions conditions, Sort sort, Paging.Position after) {
        List<String> fields = sort.fields();
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int place = 0; place < fields.size(); place++) {
            left.append("w.").append(fields.get(place)).append(", ");
            right.append(":after").append(place).append(", ");
            values.put("after" + place, sort.key(place, after));
        }
        values.put("afterId", after.id(fields.size()));
        String beyond = sort.isDescending() ? "<" : ">";
        conditions.add("(" + left + "w.id) " + beyond + " (" + right + ":afterId)", values);
    }

    /**
     * Conditions of which every visible order meets exactly one: communities apart, each in the order of an index; together
     * only for what is found without them.
     */
    private static List<String> ranges(WorkOrderQuery query, Scope scope, Conditions conditions) {
        List<UUID> visible = scope.communities().stream()
                .filter(community -> query.communityId == null || query.communityId.equals(community))
                .toList();
        List<String> ranges = new ArrayList<>();
        if ((query.isNarrow() || conditions.isGathered()) && !visible.isEmpty()) {
            ranges.add(conditions.named("w.communityId in ", visible));
        } else {
            visible.forEach(community -> ranges.add(conditions.named("w.communityId = ", community)));
        }
        if (scope.assignee() != null) {
            String own = conditions.named("w.assigneeId = ", scope.assignee());
            ranges.add(visible.isEmpty() ? own : own + conditions.named(" and w.communityId not in ", visible));
        }
        return ranges;
    }

    long count(WorkOrderQuery query, Scope scope) {
        Conditions conditions = conditions(query, scope);
        String condition = sort(query).condition();
        if (condition != null) {
            conditions.add(condition, Map.of());
        }
        List<String> ranges = ranges(query, scope, conditions);
        if (ranges.isEmpty()) {
            return 0;
        }
        String hql =
                "select count(*) from WorkOrder w where (" + String.join(" or ", ranges) + ") and " + conditions.text();
        return conditions.bind(database.createQuery(hql, Long.class)).getSingleResult();
    }

    private Conditions conditions(WorkOrderQuery query, Scope scope) {
        Conditions all = new Conditions();
        all.equal("communityId", query.communityId);
        all.oneOf("status", query.status);
        all.oneOf("kind", query.kind);
        all.oneOf("priority", query.priority);
        all.equal("assigneeId", query.assigneeId);
        all.equal("spot.unitId", query.unitId);
        all.equal("number", query.number == null ? null : Texts.plainForms(query.number));
        all.compare("nextDueAt", "<", query.dueBefore);
        all.compare("createdAt", ">=", query.createdFrom);
        all.compare("createdAt", "<", query.createdTo);
        if (query.q != null && !query.q.isBlank()) {
            addWords(all, words.query(query.q), scope);
        }
        new WorkOrderFilter(all, catalogue, clock).add(query);
        return all;
    }

    private void addWords(Conditions all, SearchQuery asked, Scope scope) {
        if (asked.isEmpty()) {
            all.add("1 = 0", Map.of());
            return;
        }
        String meant = scope.assignee() == null ? SearchQuery.within(scope.communities(), asked.any()) : asked.any();
        boolean onlyTheirOwn = scope.communities().isEmpty(); // which are few enough to look through
        boolean frequent = onlyTheirOwn || words.index().isFrequent(scope.communities(), asked.any());
        all.gather(!frequent);
        all.add(
                words.index().condition(frequent, "w.id", ":searchedIn", ":words"),
                Map.of("searchedIn", tenant.id(), "words", meant));
    }

    /** Conditions and their values, side by side. */
    static final class Conditions {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private boolean gathered;

        /** Whether they name so little that all of it is gathered first. */
        void gather(boolean first) {
            gathered = first;
        }

        boolean isGathered() {
            return gathered;
        }

        void add(String condition, Map<String, Object> parameters) {
            parts.add(condition);
            values.putAll(parameters);
        }

        void equal(String field, @Nullable Object value) {
            compare(field, "=", value);
        }

        void compare(String field, String operator, @Nullable Object value) {
            if (value != null) {
                parts.add(named("w." + field + " " + operator + " ", value));
            }
        }

        void in(String field, Collection<?> choices) {
            parts.add(named("w." + field + " in ", choices));
        }

        /** Names written out and not bound: there are few of them, and partial indexes are found by them. */
        void oneOf(String field, List<? extends Enum<?>> choices) {
            if (!choices.isEmpty()) {
                parts.add(choices.stream()
                        .distinct()
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", "w." + field + " in (", ")")));
            }
        }

        /** A condition that is not yet one of these, with its value bound already. */
        String named(String condition, Object value) {
            String name = "p" + values.size();
            values.put(name, value);
            return condition + ":" + name;
        }

        String text() {
            return parts.isEmpty() ? "true" : String.join(" and ", parts);
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
