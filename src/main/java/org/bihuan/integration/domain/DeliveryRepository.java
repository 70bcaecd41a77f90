package org.bihuan.integration.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.shared.NotFound;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<WebhookDelivery, UUID> {
    private static final UUID LAST = new UUID(-1, -1);

    private final Session session;

    DeliveryRepository(Session session) {
        this.session = session;
    }

    /** @throws NotFound when the webhook has no such delivery */
    WebhookDelivery load(UUID webhook, UUID id) {
        return findByIdOptional(id)
                .filter(delivery -> delivery.webhookId().equals(webhook))
                .orElseThrow(NotFound::new);
    }

    /** The newest first. */
    List<WebhookDelivery> page(UUID webhook, WebhookDelivery.@Nullable State state, @Nullable UUID before, int rows) {
        // Ids grow with time; no id is greater than the greatest.
        UUID end = before == null ? LAST : before;
        return (state == null
                        ? find("webhookId = ?1 and id < ?2 order by id desc", webhook, end)
                        : find("webhookId = ?1 and id < ?2 and state = ?3 order by id desc", webhook, end, state))
                .page(0, rows)
                .list();
    }

    long count(UUID webhook, WebhookDelivery.@Nullable State state) {
        return state == null
                ? count("webhookId = ?1", webhook)
                : count("webhookId = ?1 and state = ?2", webhook, state);
    }

    LoggedEvent event(WebhookDelivery delivery) {
        return session.find(LoggedEvent.class, delivery.eventId());
    }

    Map<Long, LoggedEvent> events(Collection<WebhookDelivery> deliveries) {
        return session
                .createSelectionQuery("from LoggedEvent e where e.id in :ids", LoggedEvent.class)
                .setParameterList(
                        "ids", deliveries.stream().map(WebhookDelivery::eventId).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(LoggedEvent::id, Function.identity()));
    }

    void add(LoggedEvent event) {
        session.persist(event);
    }
}
