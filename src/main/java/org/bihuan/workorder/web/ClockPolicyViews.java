package org.bihuan.workorder.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.domain.ClockPolicy;
import org.bihuan.workorder.domain.ClockPolicyDetails;
import org.bihuan.workorder.domain.ClockScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Clock policies over the wire. */
final class ClockPolicyViews {
    private static final String ALLOWED = "From PT1S to P60D; in working time a day is 9½ hours";

    private ClockPolicyViews() {}

    @Schema(
            name = "NewClockPolicy",
            description = "For one category, of one or of any priority; or for one kind and priority")
    record NewClockPolicy(
            @Size(max = 60) @SingleLine @Nullable String categoryCode,
            @Nullable Kind kind,
            @Nullable Priority priority,
            @NotNull ClockName clock,

            @Schema(description = ALLOWED, examples = "PT30M") @NotBlank @Size(max = 30)
            String allowed,

            @Schema(description = "Counted in real time; else in the community's working time") @NotNull
            Boolean aroundTheClock,

            @Schema(description = "Where it is from: the contract, the standard, the house rule")
            @Size(max = 500)
            @Nullable
            String source) {
        ClockScope scope() {
            return new ClockScope(categoryCode, kind, priority, clock);
        }

        ClockPolicyDetails details() {
            return new ClockPolicyDetails(allowed, aroundTheClock, source, false);
        }
    }

    @Schema(name = "ClockPolicy")
    record View(
            UUID id,

            @Schema(description = "For the matters of one category, else null") @Nullable
            String categoryCode,

            @Schema(description = "For the matters of one kind, else null") @Nullable
            Kind kind,

            @Schema(description = "For the matters of one priority, else null") @Nullable
            Priority priority,

            ClockName clock,

            @Schema(description = ALLOWED, examples = "PT30M")
            String allowed,

            @Schema(description = "Counted in real time; else in the community's working time")
            boolean aroundTheClock,

            @Schema(description = "Where it is from: the contract, the standard, the house rule") @Nullable
            String source,

            @Schema(description = "No longer in force") boolean retired,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(ClockPolicy policy) {
            ClockScope scope = policy.scope();
            ClockPolicyDetails details = policy.details();
            return new View(
                    policy.id(),
                    scope.categoryCode(),
                    scope.kind(),
                    scope.priority(),
                    scope.clock(),
                    details.allowed(),
                    details.aroundTheClock(),
                    details.source(),
                    details.retired(),
                    policy.createdAt(),
                    policy.updatedAt(),
                    policy.version());
        }
    }
}
