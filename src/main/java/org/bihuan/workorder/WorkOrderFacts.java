package org.bihuan.workorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other modules know about a work order.
 *
 * @param categoryId null when nobody chose one
 * @param reporterPhone in E.164
 * @param workedBy who did what is now to be verified; null before that, and for referrals
 */
public record WorkOrderFacts(
        WorkOrderId id,
        String number,
        long version,
        UUID communityId,
        Kind kind,
        Status status,
        Priority priority,
        int round,
        @Nullable UUID categoryId,
        String description,
        @Nullable UUID unitId,
        @Nullable String unitCode,
        @Nullable String position,
        @Nullable UUID residentId,
        @Nullable String reporterName,
        @Nullable String reporterPhone,
        @Nullable UUID assigneeId,
        @Nullable UUID workedBy,
        @Nullable ResolutionCode resolutionCode,
        @Nullable String resolutionText,
        @Nullable String liabilityCode,
        @Nullable ClosingReason closingReason,
        @Nullable Instant closedAt,
        @Nullable Instant nextDueAt,
        @Nullable UUID followUpId,
        Instant createdAt,
        Instant updatedAt) {}
