package org.bihuan.estate.domain;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.bihuan.shared.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a unit.
 *
 * @param entrance null where a building has only one way in
 * @param area in square metres, to two decimals
 */
public record UnitDetails(
        @Size(min = 1, max = 20) @SingleLine @Nullable String entrance,
        @NotBlank @Size(max = 20) @SingleLine String room,

        @DecimalMin(value = "0.01", message = "AREA_NOT_USABLE")
        @Digits(integer = 6, fraction = 2, message = "AREA_NOT_USABLE")
        @Nullable
        BigDecimal area) {}
