package org.bihuan.estate.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.shared.MailAddress;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a resident.
 *
 * @param phone as people type it
 * @param occupancies all of them in communities that the caller sees
 */
@Schema(name = "NewResident")
public record ResidentDetails(
        @NotBlank @Size(max = 100) @SingleLine String name,
        @Size(max = 50) @SingleLine @Nullable String phone,
        @MailAddress @Nullable String email,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid OccupancyDetails> occupancies) {}
