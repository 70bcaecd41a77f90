package org.bihuan.estate.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bihuan.calendar.DayKind;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a special day.
 *
 * @param source who says so, e.g. the number of a notice
 */
@Schema(name = "NewSpecialDay")
public record CalendarDayDetails(
        @NotNull LocalDate date,
        @NotNull DayKind kind,
        @NotBlank @Size(max = 100) @SingleLine String name,
        @Size(max = 300) @SingleLine @Nullable String source) {}
