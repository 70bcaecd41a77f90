package org.bihuan.workorder.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the matter is, as far as anybody said. */
@Embeddable
record Spot(
        @Nullable UUID unitId,
        @Nullable UUID buildingId,
        @Nullable String unitCode,
        @Nullable String position) {
    static final Spot NOWHERE = new Spot(null, null, null, null);
}
