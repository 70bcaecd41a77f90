package org.bihuan.workorder.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.shared.VisibleTarget;
import org.bihuan.workorder.domain.ClockPolicyService;

/** Desk, managers and administrators see all clock policies of their company. */
@ApplicationScoped
class ClockPolicyTarget implements VisibleTarget {
    private final ClockPolicyService service;

    ClockPolicyTarget(ClockPolicyService service) {
        this.service = service;
    }

    @Override
    public String collection() {
        return "clock-policies";
    }

    @Override
    public boolean isVisible(UUID id) {
        return service.exists(id);
    }
}
