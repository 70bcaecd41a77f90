package org.bihuan.integration.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {
    private final Session session;

    WebhookRepository(Session session) {
        this.session = session;
    }

    /** Refuses with {@link NotFound} what the present company does not have. */
    Webhook load(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** The same, locked until the end of the transaction. */
    Webhook loadForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    List<Webhook> page(@Nullable UUID after, int rows) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .page(0, rows)
                .list();
    }

    /** Asked in the middle of the changes of others, which it leaves alone. */
    List<Webhook> wanting(LoggedEvent event) {
        return session
                .createSelectionQuery("from Webhook w where w.disabledAt is null order by w.id", Webhook.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList()
                .stream()
                .filter(webhook -> webhook.wants(event))
                .toList();
    }
}
