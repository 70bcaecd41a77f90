package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.VisibleTarget;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.TimelineView;
import org.bihuan.workorder.Visibility;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.jspecify.annotations.Nullable;

/** Reading work orders and their history, and adding notes to it. */
@ApplicationScoped
public class WorkOrderReading implements VisibleTarget {
    private final WorkOrderRepository orders;
    private final WorkOrderSearch search;
    private final Timeline timeline;
    private final WorkOrderViews views;
    private final Paging paging;
    private final CurrentCaller caller;
    private final Clock clock;

    WorkOrderReading(
            WorkOrderRepository orders,
            WorkOrderSearch search,
            Timeline timeline,
            WorkOrderViews views,
            Paging paging,
            CurrentCaller caller,
            Clock clock) {
        this.orders = orders;
        this.search = search;
        this.timeline = timeline;
        this.views = views;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public WorkOrderView read(Caller by, WorkOrderId id) {
        WorkOrder order = orders.load(id);
        Capacities.require(by, order);
        return views.of(by, order);
    }

    @Transactional
    public Listing<WorkOrderView> list(Caller by, PageQuery page, WorkOrderQuery query) {
        WorkOrderSearch.Scope scope = scope(by);
        List<WorkOrder> rows = search.page(query, scope, paging.after(page), page.size() + 1);
        WorkOrderQuery.Sort sort = WorkOrderSearch.sort(query);
        Listing<WorkOrder> listing =
                paging.page(page, rows, order -> WorkOrderSearch.keys(sort, order), () -> search.count(query, scope));
        return new Listing<>(views.of(by, listing.items()), listing.nextCursor(), listing.total());
    }

    /** Desk and managers see those of their communities, technicians those given to them. */
    static WorkOrderSearch.Scope scope(Caller by) {
        boolean atTheDesk = by.isAny(Role.FRONT_DESK, Role.MANAGER);
        Set<UUID> communities = atTheDesk ? by.communities() : Set.of();
        UUID self = by.is(Role.TECHNICIAN) ? by.id().value() : null;
        return new WorkOrderSearch.Scope(communities, self);
    }

    @Transactional
    public Listing<TimelineView> timeline(Caller by, WorkOrderId id, PageQuery page) {
        Capacities.require(by, orders.load(id));
        Paging.Position after = paging.after(page);
        int seq = after == null ? 0 : Integer.parseInt(after.text(0));
        List<TimelineEntry> rows = timeline.after(id, seq, page.size() + 1);
        return paging.page(page, rows, entry -> List.of(entry.seq()), () -> timeline.count(id))
                .map(TimelineEntry::view);
    }

    /** A note changes nothing about the order, so it asks for no version; a public one is an answer to the owner. */
    @Transactional
    public TimelineView note(Caller by, WorkOrderId id, String text, Visibility visibility) {
        WorkOrder order = orders.loadForChange(id);
        Actor actor = Capacities.any(by, order);
        Instant now = clock.instant();
        if (visibility == Visibility.PUBLIC) {
            order.answered(now);
        }
        TimelineEntry entry = timeline.line(
                order, "NOTE", actor, now, new TimelineText(null, text, visibility == Visibility.PUBLIC, Map.of()));
        orders.flush();
        return entry.view();
    }

    @Override
    public String collection() {
        return "work-orders";
    }

    @Override
    @Transactional
    public boolean isVisible(UUID id) {
        @Nullable Caller asking = caller.orNull();
        return asking != null
                && orders.findByIdOptional(id)
                        .filter(order -> !Capacities.of(asking, order).isEmpty())
                        .isPresent();
    }
}
