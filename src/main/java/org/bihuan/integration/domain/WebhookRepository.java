package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.shared.TenantRepository;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

@ApplicationScoped
class WebhookRepository implements TenantRepository<Webhook> {
    private final Session session;

    WebhookRepository(Session session) {
        this.session = session;
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
