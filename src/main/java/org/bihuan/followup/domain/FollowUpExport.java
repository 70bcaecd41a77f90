package org.bihuan.followup.domain;

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
import java.util.function.Function;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.estate.ReadersZone;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.KeysetPages;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** The list of follow-ups, to be taken home. */
@ApplicationScoped
public class FollowUpExport {
    private final FollowUpSearch search;
    private final WorkOrders workOrders;
    private final Estate estate;
    private final ReadersZone zone;

    FollowUpExport(FollowUpSearch search, WorkOrders workOrders, Estate estate, ReadersZone zone) {
        this.search = search;
        this.workOrders = workOrders;
        this.estate = estate;
        this.zone = zone;
    }

    public record Row(FollowUp followUp, WorkOrderFacts order, String community) {}

    /** The same that {@link FollowUpReading#list} shows page by page, in the same order. */
    public ExportTable<Row> of(Caller by, FollowUpQuery wanted) {
        Collection<UUID> visible = by.communities();
        Map<UUID, String> communities = new HashMap<>();
        return new ExportTable<>(
                "follow-ups",
                zone.of(by, wanted.communityId),
                COLUMNS,
                new KeysetPages<>(
                        (after, rows) -> search.page(wanted, visible, after, rows),
                        followUp -> List.of(followUp.dueAt(), followUp.followUpId()),
                        found -> rows(found, communities)));
    }

    private List<Row> rows(List<FollowUp> found, Map<UUID, String> communities) {
        Map<WorkOrderId, WorkOrderFacts> orders = workOrders.findAll(
                found.stream().map(FollowUp::workOrderId).distinct().toList());
        return found.stream()
                .map(followUp -> new Row(
                        followUp,
                        Objects.requireNonNull(orders.get(followUp.workOrderId())),
                        communities.computeIfAbsent(followUp.communityId(), estate::communityName)))
                .toList();
    }

    private static final List<ExportColumn<Row>> COLUMNS = List.of(
            text("number", 12, row -> row.order().number()),
            number("round", row -> row.followUp().round()),
            code("status", row -> row.followUp().status()),
            code("policyReason", row -> row.followUp().policyReason()),
            time("notBefore", row -> row.followUp().notBefore()),
            time("dueAt", row -> row.followUp().dueAt()),
            number("attempts", row -> row.followUp().attemptCount()),
            code("lastOutcome", row -> row.followUp().lastOutcome()),
            code("resolved", row -> said(row, Verdict::resolved)),
            number("satisfaction", row -> said(row, Verdict::satisfaction)),
            text("comment", 40, row -> said(row, Verdict::comment)),
            time("endedAt", row -> row.followUp().endedAt()),
            text("endedNote", 30, row -> row.followUp().endedNote()),
            text("community", 16, Row::community),
            text("unitCode", 14, row -> row.order().unitCode()),
            text("reporterName", 14, row -> row.order().reporterName()),
            text("reporterPhone", 18, row -> row.order().reporterPhone()),
            code("kind", row -> row.order().kind()),
            text("description", 50, row -> row.order().description()),
            time("createdAt", row -> row.followUp().createdAt()),
            time("updatedAt", row -> row.followUp().updatedAt()),
            text("id", 38, row -> row.followUp().followUpId().toString()));

    private static <T> @Nullable T said(Row row, Function<Verdict, @Nullable T> part) {
        Verdict verdict = row.followUp().verdict();
        return verdict == null ? null : part.apply(verdict);
    }
}
