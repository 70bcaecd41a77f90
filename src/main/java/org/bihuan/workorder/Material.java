package org.bihuan.workorder;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was used up. */
@Schema(name = "Material")
public record Material(
        @NotBlank @Size(max = 100) @SingleLine String name,

        @NotNull @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
        BigDecimal quantity,

        @NotBlank @Size(max = 20) @SingleLine String unit) {}
