package org.bihuan.followup.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<Policy, UUID> {
    /** @throws NotFound if there is none */
    Policy load(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound if there is none */
    Policy loadForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** All that count now: a handful for a company. */
    List<PolicyRule> inForce() {
        return list("retiredAt is null").stream().map(Policy::rule).toList();
    }

    boolean hasRuleOf(String categoryCode) {
        return count("categoryCode", categoryCode) > 0;
    }

    /** In the order they were made. */
    List<Policy> page(@Nullable UUID after, int rows) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .page(0, rows)
                .list();
    }
}
