package org.bihuan.ownerportal.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What owners send. */
final class Requests {
    private static final int WORDS = 2000;

    private Requests() {}

    @Schema(name = "MyReopening")
    record Reopening(@NotBlank @Size(max = WORDS) String reason) {}

    @Schema(name = "MyNote")
    record Note(@NotBlank @Size(max = WORDS) String text) {}

    @Schema(name = "MyRating")
    record Rating(
            @NotNull @Min(1) @Max(5) Integer satisfaction,
            @Size(max = WORDS) @Nullable String comment) {}

    @Schema(name = "MyUrge")
    record Urge(@Size(max = WORDS) @Nullable String note) {}
}
