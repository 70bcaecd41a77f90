package org.bihuan.workorder.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.workorder.ClosingReason;
import org.jspecify.annotations.Nullable;

/** Why an order is closed, when, and by whom; nobody in person where the policy did it. */
@Embeddable
record Closing(
        @Enumerated(EnumType.STRING) ClosingReason reason,
        Instant at,
        @Nullable UUID by,
        @Nullable String byName,
        @Nullable String note) {}
