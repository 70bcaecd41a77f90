package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.estate.Estate;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchFiller;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWords;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderRecorded;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/**
 * By what work orders are found: number, reporter, place, description, and whatever anybody wrote on the timeline. Written with
 * the line that tells of it, and only when there is something new to find.
 */
@ApplicationScoped
class WorkOrderWords implements SearchFiller {
    private static final String TABLE = "work_order_words";
    private static final Set<String> TOLD_BY = Set.of("description", "location", "reporter");

    /** Reasons that are codes are not words. */
    private static final Pattern CODE = Pattern.compile("[A-Z_]+");

    private static final String SAID = """
            select work_order_id, reason, note from timeline_entry
            where company_id = :company and work_order_id = any (cast(:orders as uuid[]))
              and (note is not null or reason is not null)
            order by work_order_id, seq
            """;

    private final Session database;
    private final CurrentTenant tenant;
    private final SearchTable table;
    private final Estate estate;

    WorkOrderWords(Session database, CurrentTenant tenant, Estate estate) {
        this.database = database;
        this.tenant = tenant;
        this.table = new SearchTable(database, tenant, TABLE);
        this.estate = estate;
    }

    SearchQuery query(String typed) {
        return SearchQuery.of(typed, estate::searchedCode);
    }

    SearchTable index() {
        return table;
    }

    void follow(@Observes WorkOrderRecorded recorded) {
        WorkOrderRecorded.Line line = recorded.line();
        if (line.seq() == 1) {
            table.put(entry(recorded.order(), List.of(line)));
        } else if (line.data().keySet().stream().anyMatch(TOLD_BY::contains)) {
            rewrite(recorded.order());
        } else {
            table.append(recorded.order().id().value(), say(new SearchWords(), line.reason(), line.note()));
        }
    }

    private SearchTable.Entry entry(WorkOrderFacts order, List<WorkOrderRecorded.Line> lines) {
        SearchWords words = about(order);
        lines.forEach(line -> say(words, line.reason(), line.note()));
        return new SearchTable.Entry(order.id().value(), order.communityId(), order.createdAt(), words);
    }

    private SearchWords about(WorkOrderFacts order) {
        return new SearchWords()
                .within(order.communityId())
                .number(order.number())
                .phone(order.reporterPhone())
                .code(codeKey(order.unitCode()))
                .name(order.reporterName())
                .text(order.position())
                .text(order.description());
    }

    @Nullable
    String codeKey(@Nullable String unitCode) {
        return unitCode == null ? null : estate.searchedCode(unitCode).orElse(unitCode);
    }

    private static SearchWords say(SearchWords words, @Nullable String reason, @Nullable String note) {
        if (reason != null && !reason.equals(note) && !CODE.matcher(reason).matches()) {
            words.text(reason);
        }
        return words.text(note);
    }

    /** What it is about has changed; what was said of it has not. */
    private void rewrite(WorkOrderFacts order) {
        SearchWords words = about(order);
        said(List.of(order.id().value()))
                .getOrDefault(order.id().value(), List.of())
                .forEach(words::text);
        table.put(new SearchTable.Entry(order.id().value(), order.communityId(), order.createdAt(), words));
    }

    /** By order, what is written on its timeline. */
    Map<UUID, List<String>> said(Collection<UUID> orders) {
        Map<UUID, List<String>> said = new HashMap<>();
        if (orders.isEmpty()) {
            return said;
        }
        database.createNativeQuery(SAID, Tuple.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("company", tenant.id())
                .setParameter("orders", orders.toArray(UUID[]::new))
                .getResultStream()
                .forEach(row -> {
                    List<String> lines = said.computeIfAbsent(
                            row.get("work_order_id", UUID.class), any -> new java.util.ArrayList<>());
                    String reason = row.get("reason", String.class);
                    String note = row.get("note", String.class);
                    if (reason != null
                            && !reason.equals(note)
                            && !CODE.matcher(reason).matches()) {
                        lines.add(reason);
                    }
                    if (note != null) {
                        lines.add(note);
                    }
                });
        return said;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<UUID> fill(UUID after, UUID last, int rows) {
        List<WorkOrderFacts> next = database
                .createQuery("from WorkOrder w where w.id > :after and w.id <= :last order by w.id", WorkOrder.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .stream()
                .map(WorkOrder::facts)
                .toList();
        fill(next);
        return next.stream().map(order -> order.id().value()).toList();
    }

    /** Those of which nothing is known yet. What stands on their timelines is in the database by now. */
    void fill(List<WorkOrderFacts> orders) {
        Map<UUID, List<String>> said =
                said(orders.stream().map(order -> order.id().value()).toList());
        table.fill(orders.stream()
                .map(order -> {
                    SearchWords words = about(order);
                    said.getOrDefault(order.id().value(), List.of()).forEach(words::text);
                    return new SearchTable.Entry(order.id().value(), order.communityId(), order.createdAt(), words);
                })
                .toList());
    }
}
