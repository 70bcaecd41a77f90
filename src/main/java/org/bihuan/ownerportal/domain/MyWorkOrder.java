package org.bihuan.ownerportal.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.Versioned;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.TimeWindow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A matter as an owner sees it.
 *
 * @param version of what the owner sees: it grows with every change of the order and every line of its timeline
 * @param reporter null where somebody else reported it
 * @param notes the newest public lines of the timeline, at most {@link #MOST_NOTES}, the oldest first
 */
@Schema(name = "MyWorkOrder")
public record MyWorkOrder(
        UUID id,
        String number,
        long version,
        Kind kind,
        Status status,
        @Schema(description = "The status in plain words") String statusText,

        @Schema(description = "What comes next and when, in plain words")
        String nextStep,

        Priority priority,
        int round,
        @Nullable CategoryName category,
        String description,
        Place location,
        @Nullable Contact reporter,
        @Schema(description = "Who comes") @Nullable String assigneeName,
        Channel channel,
        @Nullable TimeWindow preferredWindow,
        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "When the next step is due") @Nullable
        Instant dueAt,

        @Schema(description = "What was done") @Nullable String resolution,
        @Nullable ClosingReason closingReason,
        List<Line> notes,

        @Schema(description = "Whether there are older notes, that are not shown")
        boolean notesTruncated,

        @Schema(description = "reopen, rate, urge and notes, as far as they are possible now")
        List<String> allowedActions)
        implements Versioned {

    /** House limit: as many as anybody reads, and an answer stays small however long a matter lasts. */
    static final int MOST_NOTES = 50;

    /** Until what is due becomes late, or it can be reopened no longer. */
    @Override
    public boolean hasReadTheSame(Instant now) {
        boolean inTime = dueAt == null || !now.isAfter(dueAt) || dueAt.isBefore(updatedAt);
        return inTime && (status != Status.CLOSED || allowedActions.contains("reopen"));
    }

    @Schema(name = "MyWorkOrderCategory")
    public record CategoryName(String code, String name) {}

    @Schema(name = "MyWorkOrderLocation")
    public record Place(@Nullable String unitCode, @Nullable String position) {}

    @Schema(name = "MyWorkOrderReporter")
    public record Contact(@Nullable String name, @Nullable String phone) {}

    /** @param status the one the order came into, where it did */
    @Schema(name = "MyWorkOrderNote")
    public record Line(
            Instant at,
            String type,
            @Nullable Status status,
            @Nullable String text) {}
}
