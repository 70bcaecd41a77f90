package org.bihuan.workorder.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Status;

/** Why an order waits, since when, and where it goes on. */
@Embeddable
record Hold(
        @Enumerated(EnumType.STRING) HoldReason reason,
        String note,
        Instant since,
        Instant nextCheckAt,
        @Enumerated(EnumType.STRING) Status heldIn) {}
