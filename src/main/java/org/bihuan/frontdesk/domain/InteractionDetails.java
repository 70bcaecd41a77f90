package org.bihuan.frontdesk.domain;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the desk may still write down when the phone is back in its cradle. */
public record InteractionDetails(
        @Nullable Instant endedAt,
        @Min(0) @Max(LONGEST_RING) @Nullable Integer ringSeconds,
        @Size(max = 4000) @Nullable String notes) {
    /** An hour: longer no phone rings. */
    static final int LONGEST_RING = 3600;
}
