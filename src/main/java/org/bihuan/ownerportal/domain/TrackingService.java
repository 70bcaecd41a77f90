package org.bihuan.ownerportal.domain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;

/** Following a matter by its link, without an account. */
@ApplicationScoped
public class TrackingService {
    /** Nobody has signed in, so the history names no person. */
    private static final Actor BEARER = new Actor(null, "业主（链接） · Owner (link)", Capacity.OWNER);

    private final WorkOrders workOrders;
    private final OwnerViews views;
    private final Clock clock;

    TrackingService(WorkOrders workOrders, OwnerViews views, Clock clock) {
        this.workOrders = workOrders;
        this.views = views;
        this.clock = clock;
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

    /**
     * Whoever holds the link says that it is not settled: the next round. The link was given to the owner alone, so its holder
     * is taken for them, as on the telephone. Sent again, it finds the matter open and is refused.
     *
     * @throws NotFound as when following
     * @throws org.bihuan.shared.NotNow while it is open, and later than 30 days after closing
     */
    public TrackedMatter reopen(String token, String reason) {
        WorkOrderId id = workOrders.track(token).orElseThrow(NotFound::new);
        return QuarkusTransaction.requiringNew().call(() -> {
            OwnerAction.REOPEN.requirePossible(workOrders.lock(id), clock.instant());
            workOrders.reopen(id, BEARER, reason);
            return views.tracked(id);
        });
    }
}
