package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.bihuan.company.Caller;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.Versions;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Lets the desk take back a tracking link that fell into the wrong hands. */
@ApplicationScoped
public class TrackingLinkService {
    private final WorkOrderRepository orders;
    private final WorkOrders published;
    private final WorkOrderViews views;

    TrackingLinkService(WorkOrderRepository orders, WorkOrders published, WorkOrderViews views) {
        this.orders = orders;
        this.published = published;
        this.views = views;
    }

    /** The link known so far is worthless from now on; the answer shows the next one. */
    @Transactional
    public WorkOrderView renew(Caller by, WorkOrderId id, @Nullable String ifMatch) {
        WorkOrder order = orders.loadForChange(id);
        Actor actor = requireDesk(by, order);
        Versions.requireMatch(ifMatch, order.version());
        published.renewTrackingLink(id, actor);
        orders.flush();
        return views.of(by, order);
    }

    private static Actor requireDesk(Caller by, WorkOrder order) {
        Set<Capacity> capacities = Capacities.require(by, order);
        if (capacities.contains(Capacity.DESK)) {
            return Actor.of(by, Capacity.DESK);
        }
        if (capacities.contains(Capacity.MANAGER)) {
            return Actor.of(by, Capacity.MANAGER);
        }
        throw new Forbidden();
    }
}
