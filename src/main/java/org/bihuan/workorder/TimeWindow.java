package org.bihuan.workorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when to when somebody would like us to come. */
@Schema(name = "TimeWindow")
public record TimeWindow(@NotNull Instant from, @NotNull Instant to) {
    @JsonIgnore
    @AssertTrue(message = "WINDOW_REVERSED")
    @Schema(hidden = true)
    public boolean isForward() {
        return from == null || to == null || to.isAfter(from);
    }
}
