package org.bihuan.frontdesk.domain;

import static org.bihuan.shared.ExportColumn.code;
import static org.bihuan.shared.ExportColumn.number;
import static org.bihuan.shared.ExportColumn.text;
import static org.bihuan.shared.ExportColumn.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.estate.ReadersZone;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.KeysetPages;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;

/** The list of calls, visits and messages, to be taken home. */
@ApplicationScoped
public class InteractionExport {
    private final InteractionRepository interactions;
    private final WorkOrders workOrders;
    private final Estate estate;
    private final ReadersZone zone;

    InteractionExport(InteractionRepository interactions, WorkOrders workOrders, Estate estate, ReadersZone zone) {
        this.interactions = interactions;
        this.workOrders = workOrders;
        this.estate = estate;
        this.zone = zone;
    }

    /** @param workOrders the numbers of those it gave rise to */
    public record Row(Interaction interaction, String community, String workOrders) {}

    /** The same that {@link InteractionService#list} shows page by page, in the same order. */
    public ExportTable<Row> of(Caller by, InteractionQuery query) {
        Collection<UUID> visible = by.communities();
        Map<UUID, String> communities = new HashMap<>();
        return new ExportTable<>(
                "interactions",
                zone.of(by, query.communityId),
                COLUMNS,
                new KeysetPages<>(
                        (after, rows) -> interactions.page(visible, query, after, rows),
                        interaction -> List.of(interaction.startedAt(), interaction.interactionId()),
                        found -> rows(found, communities)));
    }

    private List<Row> rows(List<Interaction> found, Map<UUID, String> communities) {
        Map<?, List<WorkOrderId>> opened = interactions.opened(
                found.stream().map(Interaction::interactionId).toList());
        Map<WorkOrderId, WorkOrderFacts> facts = workOrders.findAll(
                opened.values().stream().flatMap(List::stream).toList());
        return found.stream()
                .map(interaction -> new Row(
                        interaction,
                        communities.computeIfAbsent(interaction.communityId(), estate::communityName),
                        opened.getOrDefault(interaction.interactionId(), List.of()).stream()
                                .map(facts::get)
                                .filter(Objects::nonNull)
                                .map(WorkOrderFacts::number)
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static final List<ExportColumn<Row>> COLUMNS = List.of(
            time("startedAt", row -> row.interaction().startedAt()),
            code("channel", row -> row.interaction().channel()),
            code("direction", row -> row.interaction().direction()),
            time("endedAt", row -> row.interaction().endedAt()),
            number("ringSeconds", row -> row.interaction().ringSeconds()),
            text("community", 16, Row::community),
            text("callerName", 14, row -> row.interaction().party().callerName()),
            text("phone", 18, row -> row.interaction().party().phone()),
            text("unitCode", 14, row -> row.interaction().party().unitCode()),
            text("notes", 50, row -> row.interaction().notes()),
            text("takenBy", 14, row -> row.interaction().takenByName()),
            text("workOrders", 20, Row::workOrders),
            time("createdAt", row -> row.interaction().createdAt()),
            time("updatedAt", row -> row.interaction().updatedAt()),
            text("id", 38, row -> row.interaction().interactionId().toString()));
}
