package org.bihuan.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.notification.MessageKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as its reader sees it. */
@Schema(name = "InboxMessage")
public record InboxMessage(
        UUID id,
        MessageKind kind,
        @Nullable UUID workOrderId,
        @Nullable String workOrderNumber,
        String title,
        String text,
        Instant createdAt,
        @Nullable Instant readAt) {}
