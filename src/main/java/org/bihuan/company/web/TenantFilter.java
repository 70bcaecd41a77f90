package org.bihuan.company.web;

import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.shared.CurrentTenant;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** From here on the request sees the data of the caller's company and no other. */
class TenantFilter {
    private static final int BEFORE_THE_OTHERS = 100;

    private final CurrentCaller caller;
    private final CurrentTenant tenant;

    TenantFilter(CurrentCaller caller, CurrentTenant tenant) {
        this.caller = caller;
        this.tenant = tenant;
    }

    @ServerRequestFilter(priority = BEFORE_THE_OTHERS)
    public void enter() {
        Caller known = caller.orNull();
        if (known != null) {
            tenant.enter(known.company().value());
        }
    }
}
