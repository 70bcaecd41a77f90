package org.bihuan.company.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.domain.AccountService;
import org.bihuan.shared.VisibleTarget;

@ApplicationScoped
class VisibleAccounts implements VisibleTarget {
    private final AccountService service;
    private final CurrentCaller caller;

    VisibleAccounts(AccountService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return "accounts";
    }

    @Override
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null && service.isVisible(asking, new AccountId(id));
    }
}
