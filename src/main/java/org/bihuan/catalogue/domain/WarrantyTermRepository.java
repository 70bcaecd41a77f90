package org.bihuan.catalogue.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WarrantyTermRepository implements PanacheRepositoryBase<WarrantyTerm, UUID> {
    /** Refuses with {@link NotFound} what the present company does not have. */
    WarrantyTerm load(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** The same, locked until the end of the transaction. */
    WarrantyTerm loadForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

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
