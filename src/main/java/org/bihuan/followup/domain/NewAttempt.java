package org.bihuan.followup.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One try to reach somebody, as whoever rang reports it. */
@Schema(name = "NewAttempt")
public record NewAttempt(
        @NotNull Outcome outcome,

        @Schema(description = "With REACHED, and only then") @Valid @Nullable
        Verdict verdict,

        @Schema(description = "With CALL_BACK, and only then: the time agreed on") @Nullable
        Instant callBackAt,

        @Size(max = 2000) @Nullable String note,

        @Schema(description = "The number that was rung; the reporter's when left out")
        @Size(max = 40)
        @SingleLine
        @Nullable
        String phone) {
    /** The same with this number where none was named. */
    NewAttempt dialling(@Nullable String usual) {
        return phone == null ? to(usual) : this;
    }

    /** The same with the number as it is kept. */
    NewAttempt to(@Nullable String dialled) {
        return new NewAttempt(outcome, verdict, callBackAt, note, dialled);
    }
}
