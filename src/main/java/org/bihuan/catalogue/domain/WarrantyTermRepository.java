package org.bihuan.catalogue.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.TenantRepository;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WarrantyTermRepository implements TenantRepository<WarrantyTerm> {
    WarrantyTerm of(WarrantyPart part) {
        return find("part", part).singleResult();
    }

    /** In the order of the names of their parts. */
    List<WarrantyTerm> page(@Nullable WarrantyPart after, int rows) {
        return (after == null ? find("order by part") : find("part > ?1 order by part", after))
                .page(0, rows)
                .list();
    }
}
