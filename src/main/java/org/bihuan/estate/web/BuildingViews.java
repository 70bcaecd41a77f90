package org.bihuan.estate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.estate.domain.Building;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Buildings over the wire. */
final class BuildingViews {
    private BuildingViews() {}

    @Schema(name = "Building")
    record View(
            UUID id,
            UUID communityId,
            String name,

            @Schema(description = "Of its completion (竣工验收日期); the warranties start with it") @Nullable
            LocalDate acceptanceDate,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Building building) {
            return new View(
                    building.id(),
                    building.communityId(),
                    building.name(),
                    building.acceptanceDate(),
                    building.createdAt(),
                    building.updatedAt(),
                    building.version());
        }
    }
}
