package org.bihuan.catalogue.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.catalogue.domain.CategoryFilter.Condition;
import org.bihuan.shared.TenantRepository;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CategoryRepository implements TenantRepository<Category> {
    Optional<Category> inUse(String code) {
        return find("code = ?1 and retiredAt is null", code).firstResultOptional();
    }

    boolean exists(String code) {
        return count("code", code) > 0;
    }

    Set<UUID> idsOf(Collection<String> codes) {
        return Set.copyOf(getEntityManager()
                .createQuery("select c.id from Category c where c.code in :codes", UUID.class)
                .setParameter("codes", codes)
                .getResultList());
    }

    List<Category> identified(Collection<UUID> ids) {
        return switch (ids.size()) {
            case 0 -> List.of();
            // One that this transaction has read before is not read again.
            case 1 -> findByIdOptional(ids.iterator().next()).stream().toList();
            default -> list("id in ?1", ids);
        };
    }

    /** In the order of their codes. */
    List<Category> page(CategoryFilter filter, @Nullable String afterCode, int rows) {
        Condition condition = filter.condition(afterCode);
        return find(condition.hql() + " order by code", condition.values())
                .page(0, rows)
                .list();
    }

    long count(CategoryFilter filter) {
        Condition condition = filter.condition(null);
        return count(condition.hql(), condition.values());
    }
}
