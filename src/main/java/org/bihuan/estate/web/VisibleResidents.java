package org.bihuan.estate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.estate.domain.ResidentService;
import org.bihuan.shared.VisibleTarget;

@ApplicationScoped
class VisibleResidents implements VisibleTarget {
    private final ResidentService service;
    private final CurrentCaller caller;

    VisibleResidents(ResidentService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return "residents";
    }

    @Override
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null && service.isVisible(asking, id);
    }
}
