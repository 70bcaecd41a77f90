package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.shared.TenantRepository;

@ApplicationScoped
class PolicyRepository implements TenantRepository<Policy> {
    /** All that count now: a handful for a company. */
    List<PolicyRule> inForce() {
        return list("retiredAt is null").stream().map(Policy::rule).toList();
    }

    boolean hasRuleOf(String categoryCode) {
        return count("categoryCode", categoryCode) > 0;
    }
}
