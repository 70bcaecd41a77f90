package org.bihuan.catalogue.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.catalogue.domain.WarrantyTermService;
import org.bihuan.shared.VisibleTarget;

/** All staff of a company see all of its warranty terms. */
@ApplicationScoped
class WarrantyTermTarget implements VisibleTarget {
    private final WarrantyTermService service;

    WarrantyTermTarget(WarrantyTermService service) {
        this.service = service;
    }

    @Override
    public String collection() {
        return "catalogue/warranty-terms";
    }

    @Override
    public boolean isVisible(UUID id) {
        return service.exists(id);
    }
}
