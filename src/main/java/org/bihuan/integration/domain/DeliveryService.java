package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.jspecify.annotations.Nullable;

/** The log of what the webhooks of the caller's company were sent. */
@ApplicationScoped
public class DeliveryService {
    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final DeliveryPost post;
    private final Paging paging;
    private final Clock clock;

    DeliveryService(
            DeliveryRepository deliveries, WebhookRepository webhooks, DeliveryPost post, Paging paging, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.post = post;
        this.paging = paging;
        this.clock = clock;
    }

    /** What a delivery tells of its event. */
    public record Subject(UUID id, String type, @Nullable UUID workOrderId) {
        static Subject of(LoggedEvent event) {
            return new Subject(event.uid(), event.type(), event.workOrderId());
        }
    }

    /** The newest first. */
    @Transactional
    public <T> Listing<T> list(
            UUID webhook,
            WebhookDelivery.@Nullable State state,
            PageQuery page,
            BiFunction<WebhookDelivery, Subject, T> view) {
        webhooks.load(webhook);
        Paging.Position after = paging.after(page);
        List<WebhookDelivery> rows =
                deliveries.page(webhook, state, after == null ? null : after.id(0), page.size() + 1);
        Map<Long, LoggedEvent> events = deliveries.events(rows);
        return paging.page(page, rows, row -> List.of(row.id()), () -> deliveries.count(webhook, state))
                .map(row -> view.apply(row, Subject.of(Objects.requireNonNull(events.get(row.eventId())))));
    }

    @Transactional
    public <T> T read(UUID webhook, UUID id, BiFunction<WebhookDelivery, Subject, T> view) {
        webhooks.load(webhook);
        return shown(deliveries.load(webhook, id), view);
    }

    /**
     * Sends it once more, now, with all its tries; also what waits for its next try.
     *
     * @throws NotNow when the webhook is disabled
     */
    @Transactional
    public <T> T replay(UUID webhook, UUID id, BiFunction<WebhookDelivery, Subject, T> view) {
        requireEnabled(webhooks.loadForChange(webhook));
        WebhookDelivery delivery = deliveries.load(webhook, id);
        post.replay(delivery);
        deliveries.flush();
        return shown(delivery, view);
    }

    /**
     * Sends an event that says nothing, to this webhook only.
     *
     * @throws NotNow when the webhook is disabled
     */
    @Transactional
    public <T> T test(UUID webhook, BiFunction<WebhookDelivery, Subject, T> view) {
        Webhook receiver = webhooks.load(webhook);
        requireEnabled(receiver);
        LoggedEvent event = LoggedEvent.test(webhook, clock.instant());
        deliveries.add(event);
        WebhookDelivery delivery = post.promise(receiver, event);
        deliveries.flush();
        return view.apply(delivery, Subject.of(event));
    }

    private static void requireEnabled(Webhook webhook) {
        if (!webhook.isEnabled()) {
            throw new NotNow("WEBHOOK_DISABLED");
        }
    }

    private <T> T shown(WebhookDelivery delivery, BiFunction<WebhookDelivery, Subject, T> view) {
        return view.apply(delivery, Subject.of(deliveries.event(delivery)));
    }
}
