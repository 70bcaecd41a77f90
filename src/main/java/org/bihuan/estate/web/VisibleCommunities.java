package org.bihuan.estate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.estate.domain.CommunityService;
import org.bihuan.shared.VisibleTarget;

@ApplicationScoped
class VisibleCommunities implements VisibleTarget {
    private final CommunityService service;
    private final CurrentCaller caller;

    VisibleCommunities(CommunityService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return "communities";
    }

    @Override
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null && service.isVisible(asking, id);
    }
}
