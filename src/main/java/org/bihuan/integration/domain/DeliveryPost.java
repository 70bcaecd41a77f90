package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.bihuan.shared.Jobs;

/** Promises deliveries. */
@ApplicationScoped
class DeliveryPost {
    static final String KIND = "WEBHOOK";
    static final String DELIVERY = "delivery";
    static final String REPLAY = "replay";

    private final DeliveryRepository deliveries;
    private final Jobs jobs;
    private final Clock clock;

    DeliveryPost(DeliveryRepository deliveries, Jobs jobs, Clock clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    WebhookDelivery promise(Webhook webhook, LoggedEvent event) {
        WebhookDelivery delivery = new WebhookDelivery(webhook, event, clock.instant());
        deliveries.persist(delivery);
        promise(delivery);
        return delivery;
    }

    void replay(WebhookDelivery delivery) {
        delivery.replay();
        promise(delivery);
    }

    private void promise(WebhookDelivery delivery) {
        String id = delivery.id().toString();
        String replay = Integer.toString(delivery.replays());
        jobs.add(new Jobs.NewJob(KIND, id + " " + replay, clock.instant(), Map.of(DELIVERY, id, REPLAY, replay)));
    }
}
