package org.bihuan.workorder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Material;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.Visibility;
import org.bihuan.workorder.domain.WorkOrderService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the verbs take. */
final class Requests {
    private static final int WORDS = 2000;
    private static final int MINUTES_OF_A_MONTH = 44_640;

    private Requests() {}

    @Schema(name = "Nothing", description = "No fields")
    record Nothing() {}

    @Schema(name = "Dispatch")
    record Dispatch(
            @NotNull UUID assigneeId,
            @Size(max = WORDS) @Nullable String note) {}

    @Schema(name = "Reason")
    record Reason(@NotBlank @Size(max = WORDS) String reason) {}

    @Schema(name = "HoldRequest")
    record HoldRequest(
            @NotNull HoldReason reasonCode,
            @NotBlank @Size(max = WORDS) String note,
            @NotNull Instant nextCheckAt) {}

    @Schema(name = "Completion")
    record Completion(
            @NotBlank @Size(max = WORDS) String resolution,
            @Nullable ResolutionCode code,
            @Size(max = WORDS) @Nullable String cause,

            @PositiveOrZero @Max(MINUTES_OF_A_MONTH) @Nullable
            Integer labourMinutes,

            @Size(max = 100) @Nullable List<@NotNull @Valid Material> materials) {
        WorkOrderService.Report report() {
            return new WorkOrderService.Report(
                    resolution, code, cause, labourMinutes, materials == null ? List.of() : materials);
        }
    }

    @Schema(name = "Referral")
    record Referral(
            @NotBlank @Size(max = 200) String to,
            @NotBlank @Size(max = WORDS) String advice) {}

    @Schema(name = "NewNote")
    record NewNote(
            @NotBlank @Size(max = WORDS) String text,
            @NotNull Visibility visibility) {}
}
