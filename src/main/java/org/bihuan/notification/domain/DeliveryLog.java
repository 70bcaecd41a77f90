package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;

/** Shows the desk who has been told about a work order. */
@ApplicationScoped
public class DeliveryLog {
    private final MessageRepository messages;
    private final WorkOrders workOrders;
    private final Paging paging;

    DeliveryLog(MessageRepository messages, WorkOrders workOrders, Paging paging) {
        this.messages = messages;
        this.workOrders = workOrders;
        this.paging = paging;
    }

    /** In the order they were written. @throws NotFound for orders whose desk the caller does not run */
    @Transactional
    public Listing<DeliveryLogEntry> list(Caller by, UUID order, PageQuery page) {
        boolean visible = workOrders
                .find(new WorkOrderId(order))
                .filter(found -> by.runsTheDeskOf(found.communityId()))
                .isPresent();
        if (!visible) {
            throw new NotFound();
        }
        return paging.byId(
                        page,
                        (last, most) -> messages.ofWorkOrder(order, last, most),
                        Message::id,
                        () -> messages.countOfWorkOrder(order))
                .map(DeliveryLogEntry::of);
    }
}
