package org.bihuan.shared;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one kind that the present company has. */
public interface TenantRepository<E extends TenantOwned> extends PanacheRepositoryBase<E, UUID> {
    /** @throws NotFound when the present company has none such */
    default E load(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound as {@link #load} */
    default E loadForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** In the order they were made: those after this one, or from the first on. */
    default List<E> pageById(@Nullable UUID after, int rows) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .page(0, rows)
                .list();
    }
}
