package org.bihuan.followup.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.followup.FollowUpId;
import org.bihuan.followup.domain.FollowUpReading;
import org.bihuan.shared.VisibleTarget;

/** Desk and managers see the follow-ups of their communities. */
@ApplicationScoped
class FollowUpTarget implements VisibleTarget {
    private final FollowUpReading reading;
    private final CurrentCaller caller;

    FollowUpTarget(FollowUpReading reading, CurrentCaller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return "follow-ups";
    }

    @Override
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null && reading.isVisible(asking, new FollowUpId(id));
    }
}
