package org.bihuan.workorder;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who reports, as callers give it; a resident known by id brings their own name and phone. */
@Schema(name = "Reporter")
public record Reporter(
        @Nullable UUID residentId,
        @Size(max = 100) @SingleLine @Nullable String name,
        @Size(max = 40) @SingleLine @Nullable String phone) {
    public static final Reporter NOBODY = new Reporter(null, null, null);
}
