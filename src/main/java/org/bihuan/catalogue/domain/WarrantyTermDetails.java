package org.bihuan.catalogue.domain;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.shared.SingleLine;

/**
 * What an administrator may change about a warranty term.
 *
 * @param length in the unit
 * @param source the law, the city's rule or the contract that says so
 */
public record WarrantyTermDetails(
        @Min(1) @Max(100) int length,
        @NotNull TermUnit unit,
        @NotBlank @Size(max = 500) @SingleLine String source) {}
