package org.bihuan.workorder.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who reported the matter; name and phone as they were then. */
@Embeddable
record Contact(
        @Nullable UUID residentId,
        @Nullable String reporterName,
        @Nullable String reporterPhone) {
    static final Contact NOBODY = new Contact(null, null, null);
}
