package org.bihuan.workorder.domain;

import static org.bihuan.shared.ExportColumn.code;
import static org.bihuan.shared.ExportColumn.day;
import static org.bihuan.shared.ExportColumn.number;
import static org.bihuan.shared.ExportColumn.text;
import static org.bihuan.shared.ExportColumn.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.estate.ReadersZone;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.KeysetPages;
import org.bihuan.workorder.Material;
import org.jspecify.annotations.Nullable;

/** The list of work orders, to be taken home. */
@ApplicationScoped
public class WorkOrderExport {
    private final WorkOrderSearch search;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Estate estate;
    private final ReadersZone zone;
    private final CurrentLanguage language;

    WorkOrderExport(
            WorkOrderSearch search,
            Accounts accounts,
            Catalogue catalogue,
            Estate estate,
            ReadersZone zone,
            CurrentLanguage language) {
        this.search = search;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.estate = estate;
        this.zone = zone;
        this.language = language;
    }

    /** With the names that belong to other modules. */
    public record Row(
            WorkOrder order,
            String community,
            @Nullable String category,
            @Nullable String assignee) {}

    /** The same that {@link WorkOrderReading#list} shows page by page, in the same order. */
    public ExportTable<Row> of(Caller by, WorkOrderQuery query) {
        WorkOrderSearch.Scope scope = WorkOrderReading.scope(by);
        WorkOrderQuery.Sort sort = WorkOrderSearch.sort(query);
        Map<UUID, String> communities = new HashMap<>();
        String tag = language.tag();
        return new ExportTable<>(
                "work-orders",
                zone.of(by, query.communityId),
                COLUMNS,
                new KeysetPages<>(
                        (after, rows) -> search.page(query, scope, after, rows),
                        order -> WorkOrderSearch.keys(sort, order),
                        orders -> rows(orders, tag, communities)));
    }

    private List<Row> rows(List<WorkOrder> orders, String tag, Map<UUID, String> communities) {
        Map<UUID, Catalogue.Category> categories = catalogue.categories(ids(orders, WorkOrder::categoryId));
        Map<AccountId, String> names = accounts.displayNames(
                ids(orders, WorkOrder::assigneeId).stream().map(AccountId::new).toList());
        return orders.stream()
                .map(order -> new Row(
                        order,
                        communities.computeIfAbsent(order.communityId(), estate::communityName),
                        category(order, categories, tag),
                        order.assigneeId() == null ? null : names.get(new AccountId(order.assigneeId()))))
                .toList();
    }

    private static List<UUID> ids(List<WorkOrder> orders, Function<WorkOrder, @Nullable UUID> id) {
        return orders.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static @Nullable String category(WorkOrder order, Map<UUID, Catalogue.Category> categories, String tag) {
        Catalogue.Category category = order.categoryId() == null ? null : categories.get(order.categoryId());
        return category == null ? null : category.name(tag);
    }

    private static final List<ExportColumn<Row>> COLUMNS = List.of(
            text("number", 12, row -> row.order().number()),
            code("status", row -> row.order().status()),
            code("kind", row -> row.order().kind()),
            code("priority", row -> row.order().priority()),
            number("round", row -> row.order().round()),
            text("category", 16, Row::category),
            text("description", 50, row -> row.order().description()),
            text("community", 16, Row::community),
            text("unitCode", 14, row -> row.order().spot().unitCode()),
            text("position", 14, row -> row.order().spot().position()),
            text("reporterName", 14, row -> row.order().reporter().reporterName()),
            text("reporterPhone", 18, row -> row.order().reporter().reporterPhone()),
            code("channel", row -> row.order().channel()),
            time("preferredFrom", row -> {
                var window = row.order().preferredWindow();
                return window == null ? null : window.from();
            }),
            time("preferredTo", row -> {
                var window = row.order().preferredWindow();
                return window == null ? null : window.to();
            }),
            text("assignee", 14, Row::assignee),
            time("dueAt", row -> row.order().nextDueAt()),
            code("holdReason", row -> held(row, Hold::reason)),
            text("holdNote", 30, row -> held(row, Hold::note)),
            time("nextCheckAt", row -> held(row, Hold::nextCheckAt)),
            code("resolutionCode", row -> done(row, Resolution::code)),
            text("resolution", 40, row -> done(row, Resolution::text)),
            text("cause", 24, row -> done(row, Resolution::cause)),
            number("labourMinutes", row -> done(row, Resolution::labourMinutes)),
            text("materials", 24, row -> done(row, WorkOrderExport::materials)),
            text("referredTo", 20, row -> done(row, Resolution::referredTo)),
            code("closingReason", row -> closed(row, Closing::reason)),
            time("closedAt", row -> closed(row, Closing::at)),
            text("closedBy", 14, row -> closed(row, Closing::byName)),
            text("closingNote", 30, row -> closed(row, Closing::note)),
            code("liability", row -> {
                var liability = row.order().liability();
                return liability == null ? null : liability.code();
            }),
            day("liabilityUntil", row -> {
                var liability = row.order().liability();
                return liability == null ? null : liability.until();
            }),
            text("registeredBy", 14, row -> row.order().registeredByName()),
            time("createdAt", row -> row.order().createdAt()),
            time("updatedAt", row -> row.order().updatedAt()),
            text("id", 38, row -> row.order().workOrderId().toString()));

    private static <T> @Nullable T held(Row row, Function<Hold, @Nullable T> part) {
        Hold hold = row.order().hold();
        return hold == null ? null : part.apply(hold);
    }

    private static <T> @Nullable T done(Row row, Function<Resolution, @Nullable T> part) {
        Resolution resolution = row.order().resolution();
        return resolution == null ? null : part.apply(resolution);
    }

    private static <T> @Nullable T closed(Row row, Function<Closing, @Nullable T> part) {
        Closing closing = row.order().closing();
        return closing == null ? null : part.apply(closing);
    }

    private static @Nullable String materials(Resolution resolution) {
        List<Material> materials = resolution.materials();
        return materials == null || materials.isEmpty()
                ? null
                : materials.stream()
                        .map(material -> material.name() + " × " + material.quantity() + " " + material.unit())
                        .collect(Collectors.joining("; "));
    }
}
