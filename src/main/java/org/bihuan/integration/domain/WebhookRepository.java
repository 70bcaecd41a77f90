package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.TenantRepository;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WebhookRepository implements TenantRepository<Webhook> {
    private final Session session;
    private final TransactionSynchronizationRegistry transaction;

    WebhookRepository(Session session, TransactionSynchronizationRegistry transaction) {
        this.session = session;
        this.transaction = transaction;
    }

    List<Webhook> wanting(String type, @Nullable UUID community) {
        return inUse().stream()
                .filter(webhook -> webhook.wants(type, community))
                .toList();
    }

    /** One change tells of several events, each of which asks. */
    private List<Webhook> inUse() {
        if (transaction.getResource(InUse.class) instanceof InUse known) {
            return known.webhooks();
        }
        InUse found = new InUse(
                session.createSelectionQuery("from Webhook w where w.disabledAt is null order by w.id", Webhook.class)
                        // Asked in the middle of the changes of others, which it leaves alone.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .getResultList());
        transaction.putResource(InUse.class, found);
        return found.webhooks();
    }

    private record InUse(List<Webhook> webhooks) {}
}
