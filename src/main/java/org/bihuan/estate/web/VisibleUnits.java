package org.bihuan.estate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.estate.domain.UnitService;
import org.bihuan.shared.VisibleTarget;

@ApplicationScoped
class VisibleUnits implements VisibleTarget {
    private final UnitService service;
    private final CurrentCaller caller;

    VisibleUnits(UnitService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return "units";
    }

    @Override
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null && service.isVisible(asking, id);
    }
}
