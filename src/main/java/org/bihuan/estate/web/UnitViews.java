package org.bihuan.estate.web;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.estate.domain.Unit;
import org.bihuan.estate.domain.UnitDetails;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Units over the wire. */
final class UnitViews {
    private UnitViews() {}

    @Schema(name = "NewUnit")
    record NewUnit(
            @Schema(description = "The building says it; who names it too must name the right one") @Nullable
            UUID communityId,

            @NotNull UUID buildingId,
            @Size(min = 1, max = 20) @SingleLine @Nullable String entrance,
            @NotBlank @Size(max = 20) @SingleLine String room,

            @DecimalMin(value = "0.01", message = "AREA_NOT_USABLE")
            @Digits(integer = 6, fraction = 2, message = "AREA_NOT_USABLE")
            @Nullable
            BigDecimal area) {
        UnitDetails details() {
            return new UnitDetails(entrance, room, area);
        }
    }

    @Schema(name = "Unit")
    record View(
            UUID id,
            UUID communityId,
            UUID buildingId,

            @Schema(description = "Null where the building has only one") @Nullable
            String entrance,

            String room,

            @Schema(description = "As people say it", examples = "3-2-1202")
            String code,

            @Schema(description = "In square metres") @Nullable
            BigDecimal area,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Unit unit) {
            return new View(
                    unit.id(),
                    unit.communityId(),
                    unit.buildingId(),
                    unit.entrance(),
                    unit.room(),
                    unit.code(),
                    unit.area(),
                    unit.createdAt(),
                    unit.updatedAt(),
                    unit.version());
        }
    }
}
