package org.bihuan.ownerportal.domain;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A matter in an owner's list. */
@Schema(name = "MyWorkOrderSummary")
public record MyWorkOrderSummary(
        UUID id,
        String number,
        long version,
        Kind kind,
        Status status,
        String statusText,
        String nextStep,
        Priority priority,
        int round,
        MyWorkOrder.@Nullable CategoryName category,
        String description,
        MyWorkOrder.Place location,
        @Nullable String assigneeName,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt) {}
