package org.bihuan.followup.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.followup.domain.Policy;
import org.bihuan.followup.domain.PolicyDetails;
import org.bihuan.followup.domain.PolicyGroup;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Follow-up policies over the wire. */
final class PolicyViews {
    private PolicyViews() {}

    @Schema(name = "NewPolicy", description = "A rule for one category, in the place of its group's")
    record NewPolicy(
            @NotBlank @Size(max = 60) @SingleLine String categoryCode,

            @Schema(description = "How many of a hundred are called") @NotNull @Min(0) @Max(100)
            Integer sharePercent,

            @Schema(description = "From the completion of the work", examples = "PT24H") @NotNull @Size(max = 30)
            String dueWithin,

            @Schema(description = "3 when left out") @Min(1) @Max(10) @Nullable
            Integer maxAttempts,

            @Size(max = 500) @Nullable String reason) {
        private static final int ATTEMPTS = 3;

        PolicyDetails details() {
            return new PolicyDetails(
                    sharePercent, dueWithin, maxAttempts == null ? ATTEMPTS : maxAttempts, null, reason, false);
        }
    }

    @Schema(name = "Policy")
    record View(
            UUID id,
            PolicyGroup group,

            @Schema(description = "For the rule of one category, else null") @Nullable
            String categoryCode,

            @Schema(description = "How many of a hundred are called")
            int sharePercent,

            @Schema(description = "The least share that may be set")
            int minimumPercent,

            @Schema(description = "From the completion of the work", examples = "PT24H")
            String dueWithin,

            @Schema(description = "After how many attempts that reached nobody the matter closes as UNREACHABLE")
            int maxAttempts,

            @Schema(description = "The categories that count as leaks; for CRITICAL, else null") @Nullable
            List<String> leakCategoryCodes,

            @Schema(description = "Why it is so: the contract, the house rule, the standard") @Nullable
            String reason,

            @Schema(description = "No longer in force") boolean retired,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Policy policy) {
            PolicyDetails details = policy.details();
            return new View(
                    policy.id(),
                    policy.group(),
                    policy.categoryCode(),
                    details.sharePercent(),
                    policy.minimumPercent(),
                    details.dueWithin(),
                    details.maxAttempts(),
                    details.leakCategoryCodes(),
                    details.reason(),
                    details.retired(),
                    policy.createdAt(),
                    policy.updatedAt(),
                    policy.version());
        }
    }
}
