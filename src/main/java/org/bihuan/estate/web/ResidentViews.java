package org.bihuan.estate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.estate.Relation;
import org.bihuan.estate.domain.Home;
import org.bihuan.estate.domain.Resident;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Residents over the wire. */
final class ResidentViews {
    private ResidentViews() {}

    @Schema(name = "Occupancy")
    record Occupancy(
            UUID unitId,
            String unitCode,
            UUID communityId,
            Relation relation,
            LocalDate from,

            @Schema(description = "The last day; null while it lasts") @Nullable
            LocalDate to) {
        static Occupancy of(Home home) {
            var occupancy = home.occupancy();
            return new Occupancy(
                    occupancy.unitId(),
                    home.unitCode(),
                    home.communityId(),
                    occupancy.relation(),
                    occupancy.from(),
                    occupancy.to());
        }
    }

    @Schema(name = "Resident")
    record View(
            UUID id,
            String name,
            @Nullable String phone,

            @Schema(description = "A call to this phone reached somebody else")
            boolean phoneDoubtful,

            @Nullable String email,

            @Schema(description = "In communities the caller sees; the newest first")
            List<Occupancy> occupancies,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Resident resident, List<Home> homes) {
            return new View(
                    resident.id(),
                    resident.name(),
                    resident.phone(),
                    resident.phoneDoubtful(),
                    resident.email(),
                    homes.stream().map(Occupancy::of).toList(),
                    resident.createdAt(),
                    resident.updatedAt(),
                    resident.version());
        }
    }
}
