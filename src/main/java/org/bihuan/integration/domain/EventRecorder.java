package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.bihuan.workorder.OwnerMessageWritten;
import org.bihuan.workorder.WorkOrderRecorded;

/** Writes down what happens, in the transaction in which it happens, and for which webhooks. */
@ApplicationScoped
class EventRecorder {
    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final DeliveryPost post;
    private final Clock clock;

    EventRecorder(DeliveryRepository deliveries, WebhookRepository webhooks, DeliveryPost post, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.post = post;
        this.clock = clock;
    }

    void record(@Observes WorkOrderRecorded recorded) {
        LoggedEvent event = LoggedEvent.of(recorded);
        deliveries.add(event);
        webhooks.wanting(event.type(), event.communityId()).forEach(webhook -> post.promise(webhook, event));
    }

    /** What it says is personal, so without anybody to carry it nothing is kept. */
    void record(@Observes OwnerMessageWritten message) {
        List<Webhook> wanting =
                webhooks.wanting(EventType.OWNER_MESSAGE, message.order().communityId());
        if (!wanting.isEmpty()) {
            LoggedEvent event = LoggedEvent.of(message, clock.instant());
            deliveries.add(event);
            wanting.forEach(webhook -> post.promise(webhook, event));
        }
    }
}
