package org.bihuan.followup;

import java.time.Instant;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/**
 * It is fixed, but they are not happy with how: the matter is closed and its manager should know.
 *
 * @param satisfaction 1 or 2, of 5
 * @param comment in the owner's words
 */
public record OwnerDissatisfied(
        WorkOrderFacts order,
        FollowUpId followUp,
        int satisfaction,
        @Nullable String comment,
        Actor by,
        Instant at) {}
