package org.bihuan.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A work order as staff see it. */
@Schema(name = "WorkOrder")
public record WorkOrderView(
        UUID id,
        String number,

        @Schema(description = "Its number in the system it was imported from; null for what was recorded here")
        @Nullable
        String externalId,

        long version,
        UUID companyId,
        UUID communityId,
        Kind kind,
        Status status,
        Priority priority,
        int round,
        @Nullable CategoryRef category,
        String description,
        Location location,
        ReporterRef reporter,
        Channel channel,
        @Nullable TimeWindow preferredWindow,
        @Nullable PersonRef assignee,
        @Nullable HoldView hold,
        @Nullable ResolutionView resolution,
        @Nullable ClosingView closing,
        List<ClockView> clocks,
        @Nullable LiabilityView liability,
        @Nullable UUID followUpId,

        @Schema(description = "The reporter's link to follow the matter without an account; for desk and managers")
        @Nullable
        String trackingUrl,

        @Nullable PersonRef registeredBy,
        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "What the present caller may do now")
        List<String> allowedActions)
        implements Versioned {

    /** Until a deadline passes after the last change. */
    @Override
    public boolean hasReadTheSame(Instant now) {
        return clocks.stream()
                .noneMatch(clock ->
                        clock.state() == ClockState.OVERDUE && !clock.dueAt().isBefore(updatedAt));
    }

    @Schema(name = "CategoryRef")
    public record CategoryRef(String code, String name) {}

    @Schema(name = "Location")
    public record Location(
            @Nullable UUID unitId,
            @Nullable String unitCode,
            @Nullable UUID buildingId,
            @Nullable String position) {}

    @Schema(name = "ReporterRef")
    public record ReporterRef(
            @Nullable UUID residentId,
            @Nullable String name,
            @Nullable String phone) {}

    @Schema(name = "PersonRef")
    public record PersonRef(UUID id, String displayName) {}

    @Schema(name = "Hold")
    public record HoldView(HoldReason reasonCode, String note, Instant since, Instant nextCheckAt, Status heldIn) {}

    @Schema(name = "Resolution")
    public record ResolutionView(
            ResolutionCode code,
            String text,
            @Nullable String cause,
            @Nullable Integer labourMinutes,
            List<Material> materials,
            @Nullable String referredTo) {}

    @Schema(name = "Closing")
    public record ClosingView(
            ClosingReason reason,
            Instant at,
            @Nullable PersonRef by,
            @Nullable String note) {}

    @Schema(name = "Clock")
    public record ClockView(
            ClockName name,
            Instant dueAt,
            @Nullable Instant metAt,
            ClockState state,

            @Schema(
                    description =
                            "What did not count, because the order was on hold; why, and by whom, is on the timeline")
            List<PauseView> pauses) {}

    @Schema(name = "Pause")
    public record PauseView(
            Instant from,

            @Schema(description = "Null while it goes on") @Nullable
            Instant to) {}

    @Schema(name = "Liability")
    public record LiabilityView(
            String code, String reason, @Nullable LocalDate until) {}
}
