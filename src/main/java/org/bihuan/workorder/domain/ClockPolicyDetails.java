package org.bihuan.workorder.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be changed about a clock policy. */
@Schema(name = "ClockPolicyDetails")
public record ClockPolicyDetails(
        @Schema(
                description = "From PT1S to P60D, in whole seconds; a day of working time is 9½ hours",
                examples = "PT30M")
        @NotNull
        @Size(max = 30)
        String allowed,

        @Schema(description = "Counted in real time; else in the community's working time") @NotNull
        Boolean aroundTheClock,

        @Schema(description = "Where it is from: the contract, the standard, the house rule") @Size(max = 500) @Nullable
        String source,

        @Schema(description = "No longer in force; only where a wider policy takes its place")
        @JsonProperty(defaultValue = "false")
        boolean retired) {}
