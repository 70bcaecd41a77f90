package org.bihuan.company.web;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.domain.Absence;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Absences over the wire. */
final class AbsenceViews {
    private AbsenceViews() {}

    @Schema(name = "Absence")
    record View(
            UUID id,
            UUID accountId,
            Instant from,
            Instant to,
            @Nullable String reason,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Absence absence) {
            return new View(
                    absence.id(),
                    absence.accountId(),
                    absence.startsAt(),
                    absence.endsAt(),
                    absence.reason(),
                    absence.createdAt(),
                    absence.updatedAt(),
                    absence.version());
        }
    }
}
