package org.bihuan.workorder;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where, as callers give it: a unit by id or by its code, or a building, and a position in words. */
@Schema(name = "Place")
public record Place(
        @Nullable UUID unitId,
        @Size(max = 50) @SingleLine @Nullable String unitCode,
        @Nullable UUID buildingId,
        @Size(max = 200) @SingleLine @Nullable String position) {
    public static final Place NOWHERE = new Place(null, null, null, null);
}
