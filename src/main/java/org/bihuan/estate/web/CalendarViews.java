package org.bihuan.estate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.calendar.DayKind;
import org.bihuan.estate.domain.CalendarDay;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Special days over the wire. */
final class CalendarViews {
    private CalendarViews() {}

    @Schema(name = "SpecialDay")
    record View(
            UUID id,
            LocalDate date,
            DayKind kind,
            String name,
            @Schema(description = "Who says so") @Nullable String source,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(CalendarDay day) {
            return new View(
                    day.id(),
                    day.day(),
                    day.kind(),
                    day.name(),
                    day.source(),
                    day.createdAt(),
                    day.updatedAt(),
                    day.version());
        }
    }
}
