package org.bihuan.followup.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.followup.domain.PolicyService;
import org.bihuan.shared.VisibleTarget;

/** Desk, managers and administrators see all policies of their company. */
@ApplicationScoped
class PolicyTarget implements VisibleTarget {
    private final PolicyService service;

    PolicyTarget(PolicyService service) {
        this.service = service;
    }

    @Override
    public String collection() {
        return "policies";
    }

    @Override
    public boolean isVisible(UUID id) {
        return service.exists(id);
    }
}
