package org.bihuan.integration.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.integration.domain.WebhookService;
import org.bihuan.shared.VisibleTarget;

/** Administrators see all webhooks of their company. */
@ApplicationScoped
class WebhookTarget implements VisibleTarget {
    private final WebhookService service;

    WebhookTarget(WebhookService service) {
        this.service = service;
    }

    @Override
    public String collection() {
        return "webhooks";
    }

    @Override
    public boolean isVisible(UUID id) {
        return service.exists(id);
    }
}
