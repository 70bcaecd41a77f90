package org.bihuan.reporting.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one shift hands over to the next. New is what was recorded in the period; all else is as it stands when the sheet is
 * taken.
 */
@Schema(name = "HandoverSheet")
public record HandoverSheet(
        Place community,
        Instant from,
        Instant to,
        Instant takenAt,

        @Schema(description = "Until when the next shift lasts, as long as this one did")
        Instant nextShiftEndsAt,

        Counts counts,

        @Schema(description = "How many are open, by status")
        List<StatusCount> openByStatus,

        @Schema(description = "Recorded in the period, the latest first")
        List<OrderLine> newOrders,

        @Schema(description = "Not yet completed, the most urgent first")
        List<OrderLine> open,

        @Schema(description = "A running deadline has passed, the one that passed first first")
        List<OrderLine> overdue,

        @Schema(description = "Calls agreed for a time before the next shift ends, and follow-ups due until then")
        List<CallLine> promisedCallBacks) {
    /** As many lines of each sort as people read; the counts tell of all. */
    public static final int MOST_LINES = 200;

    @Schema(name = "HandoverCommunity")
    public record Place(UUID id, String name, String timeZone) {}

    @Schema(name = "HandoverCounts")
    public record Counts(long newOrders, long open, long overdue, long promisedCallBacks) {}

    @Schema(name = "HandoverStatusCount")
    public record StatusCount(Status status, long count) {}

    @Schema(name = "HandoverOrder")
    public record OrderLine(
            UUID id,
            String number,
            Kind kind,
            Status status,
            Priority priority,
            int round,
            String description,
            @Nullable String unitCode,
            @Nullable String position,
            @Nullable String reporterName,
            @Nullable String reporterPhone,
            @Nullable String assigneeName,

            @Schema(description = "The next deadline that runs") @Nullable
            ClockName clock,

            @Nullable Instant dueAt,
            @Nullable HoldReason holdReason,
            @Nullable Instant nextCheckAt,
            Instant createdAt) {}

    @Schema(name = "HandoverCall")
    public record CallLine(
            UUID followUpId,
            UUID workOrderId,
            String workOrderNumber,

            @Schema(description = "When to ring: the time agreed on, else from when it can be rung")
            Instant at,

            Instant dueAt,

            @Schema(description = "Whether that is a time the reporter asked for")
            boolean agreed,

            int attempts,

            @Schema(description = "Who rang last") @Nullable String lastBy,

            @Schema(description = "What they noted then") @Nullable
            String lastNote,

            @Nullable String reporterName,
            @Nullable String reporterPhone,
            @Nullable String unitCode,
            String description) {}
}
