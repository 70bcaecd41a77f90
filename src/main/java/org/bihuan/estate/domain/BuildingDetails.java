package org.bihuan.estate.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a building.
 *
 * @param acceptanceDate of its completion (竣工验收日期), which starts the warranties
 */
@Schema(name = "NewBuilding")
public record BuildingDetails(
        @NotBlank @Size(max = 50) @SingleLine String name,
        @Nullable LocalDate acceptanceDate) {}
