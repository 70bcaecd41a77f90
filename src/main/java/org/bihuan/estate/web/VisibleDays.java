package org.bihuan.estate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.estate.domain.CalendarService;
import org.bihuan.shared.VisibleTarget;

/** All staff of a company see all of its special days. */
@ApplicationScoped
class VisibleDays implements VisibleTarget {
    private final CalendarService service;

    VisibleDays(CalendarService service) {
        this.service = service;
    }

    @Override
    public String collection() {
        return "calendar";
    }

    @Override
    public boolean isVisible(UUID id) {
        return service.exists(id);
    }
}
