package org.bihuan.company.domain;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody is away, and why if they wish to say.
 *
 * @param to when they are back
 */
@Schema(name = "NewAbsence")
public record AbsenceDetails(
        @NotNull Instant from,
        @NotNull Instant to,
        @Size(min = 1, max = 300) @SingleLine @Nullable String reason) {}
