package org.bihuan.company.domain;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;
import org.bihuan.shared.CurrentTenant;

/** Tells Hibernate whose rows a session may see. */
@PersistenceUnitExtension
@RequestScoped
class CompanyTenantResolver implements TenantResolver {
    private final CurrentTenant tenant;

    CompanyTenantResolver(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public String getDefaultTenantId() {
        return CurrentTenant.NOBODY.toString();
    }

    @Override
    public String resolveTenantId() {
        return tenant.id().toString();
    }
}
