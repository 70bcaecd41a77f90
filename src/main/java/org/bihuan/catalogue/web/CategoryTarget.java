package org.bihuan.catalogue.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.catalogue.domain.CategoryService;
import org.bihuan.shared.VisibleTarget;

/** Everybody of a company sees all of its categories. */
@ApplicationScoped
class CategoryTarget implements VisibleTarget {
    private final CategoryService service;

    CategoryTarget(CategoryService service) {
        this.service = service;
    }

    @Override
    public String collection() {
        return "catalogue/categories";
    }

    @Override
    public boolean isVisible(UUID id) {
        return service.exists(id);
    }
}
