package org.bihuan.followup;

import java.time.Instant;
import java.util.Optional;
import org.bihuan.workorder.WorkOrderFacts;

/** What other modules may know about the calls that are still to be made. */
public interface PendingCalls {
    /** The line of a timeline that says that somebody will be rung; its data names the {@link #ID}. */
    String SCHEDULED = "FOLLOW_UP_SCHEDULED";

    /** The line that says that somebody was rung, with the {@link #ID}. */
    String ATTEMPT = "FOLLOW_UP_ATTEMPT";

    /** Under this key the data of those lines names the follow-up. */
    String ID = "followUpId";

    /** Empty when it has ended, or never was. As it stands in this very transaction. */
    Optional<Waiting> waiting(FollowUpId id);

    /**
     * A call to be made.
     *
     * @param attempts how many were made so far
     * @param notBefore when the next one is proposed
     * @param agreed whether that is the time that whoever was reached asked for
     */
    record Waiting(
            FollowUpId id, WorkOrderFacts order, int attempts, Instant notBefore, Instant dueAt, boolean agreed) {}
}
