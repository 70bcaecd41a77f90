package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.company.SearchSource;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchedFields;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;

/** Work orders: desk and managers find those of their communities, technicians those given to them. */
@ApplicationScoped
class WorkOrderSource implements SearchSource {
    private static final Set<Status> ENDED = Set.of(Status.CLOSED, Status.CANCELLED);

    private final WorkOrderFinding finding;
    private final WorkOrderWords words;

    WorkOrderSource(WorkOrderFinding finding, WorkOrderWords words) {
        this.finding = finding;
        this.words = words;
    }

    @Override
    public Type type() {
        return Type.WORK_ORDER;
    }

    @Override
    public List<Hit> find(Caller by, Asked asked) {
        Map<UUID, WorkOrderFacts> found = new LinkedHashMap<>();
        if (by.isAny(Role.FRONT_DESK, Role.MANAGER)) {
            finding.find(asked.within(by.communities()), asked.query(), asked.limit())
                    .forEach(order -> found.put(order.id().value(), order));
        }
        if (by.is(Role.TECHNICIAN)) {
            finding.findAssigned(by.id().value(), asked.query(), asked.limit()).stream()
                    .filter(order ->
                            asked.community() == null || asked.community().equals(order.communityId()))
                    .forEach(order -> found.putIfAbsent(order.id().value(), order));
        }
        return hits(new ArrayList<>(found.values()), asked);
    }

    private List<Hit> hits(List<WorkOrderFacts> orders, Asked asked) {
        Map<UUID, SearchedFields> fields = new LinkedHashMap<>();
        orders.forEach(order -> fields.put(order.id().value(), fields(order, asked)));
        List<UUID> unexplained = orders.stream()
                .map(order -> order.id().value())
                .filter(id -> mayBeOnTheTimeline(fields, id))
                .toList();
        words.said(unexplained).forEach((id, lines) -> {
            SearchedFields known = fields.get(id);
            if (known != null) {
                lines.forEach(line -> known.text("timeline", line));
            }
        });
        return orders.stream()
                .map(order -> hit(order, fields.getOrDefault(order.id().value(), new SearchedFields(asked.query()))))
                .toList();
    }

    private static boolean mayBeOnTheTimeline(Map<UUID, SearchedFields> fields, UUID id) {
        SearchedFields known = fields.get(id);
        return known == null || known.leavesPartsOpen();
    }

    private SearchedFields fields(WorkOrderFacts order, Asked asked) {
        return new SearchedFields(asked.query())
                .number("number", order.number())
                .phone("reporter.phone", order.reporterPhone())
                .code("location.unitCode", words.codeKey(order.unitCode()), order.unitCode())
                .name("reporter.name", order.reporterName())
                .text("description", order.description())
                .text("location.position", order.position());
    }

    private static Hit hit(WorkOrderFacts order, SearchedFields fields) {
        return new Hit(
                Type.WORK_ORDER,
                order.id().value(),
                order.communityId(),
                order.number(),
                order.description(),
                order.status().name(),
                !ENDED.contains(order.status()),
                order.createdAt(),
                fields.way().orElse(SearchWay.WORDS),
                fields.matches());
    }
}
