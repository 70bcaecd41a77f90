package org.bihuan.ownerportal.domain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;

/** Following a matter by its link, without an account. */
@ApplicationScoped
public class TrackingService {
    private final WorkOrders workOrders;
    private final OwnerViews views;

    TrackingService(WorkOrders workOrders, OwnerViews views) {
        this.workOrders = workOrders;
        this.views = views;
    }

    /**
     * Not in a transaction of the caller's: nobody knows whose database session it would have to be before the token is read.
     *
     * @throws NotFound for tokens malformed, unknown, revoked or expired, all alike
     */
    public TrackedMatter follow(String token) {
        WorkOrderId id = workOrders.track(token).orElseThrow(NotFound::new);
        return QuarkusTransaction.requiringNew().call(() -> views.tracked(id));
    }
}
