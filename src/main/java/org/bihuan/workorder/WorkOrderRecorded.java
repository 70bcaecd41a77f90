package org.bihuan.workorder;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line has joined the timeline of a work order; whatever happens to an order is told by one. Observed in the same
 * transaction: an observer that fails undoes it.
 */
public record WorkOrderRecorded(WorkOrderFacts order, Line line) {
    /**
     * @param type the verb, or what else happened, UPPER_SNAKE
     * @param onBehalfOf for whom somebody at the desk reported it
     * @param previousAssignee whose order it was before this; null when nobody's
     * @param visible whether the owner may read the note
     */
    public record Line(
            int seq,
            Instant at,
            String type,
            Actor by,
            @Nullable UUID onBehalfOf,
            @Nullable UUID previousAssignee,
            @Nullable Status from,
            @Nullable Status to,
            @Nullable String reason,
            @Nullable String note,
            boolean visible,
            Map<String, Object> data) {}
}
