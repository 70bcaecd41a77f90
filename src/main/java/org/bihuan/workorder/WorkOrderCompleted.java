package org.bihuan.workorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work is done, answered or referred. Observers decide in the same transaction who is rung back. */
public record WorkOrderCompleted(
        WorkOrderFacts order,
        ResolutionCode resolution,
        @Nullable UUID workedBy,
        Instant at) {}
