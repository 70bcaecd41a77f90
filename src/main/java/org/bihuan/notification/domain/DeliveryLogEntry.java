package org.bihuan.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.notification.MessageKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was told what about a work order, and how that went. */
@Schema(name = "DeliveryLogEntry")
public record DeliveryLogEntry(
        UUID id,
        MessageKind kind,
        @Nullable String recipientName,

        @Schema(description = "Of owners only: it is what the desk has noted of them") @Nullable
        String address,

        MessageChannel channel,
        MessageState state,

        @Schema(description = "Why it was not sent") @Nullable
        StateReason reason,

        Instant createdAt,

        @Schema(description = "When it is to be sent; later than it was written where it waits for its reader's day")
        Instant notBefore,

        @Nullable Instant sentAt,
        int tries,

        @Schema(description = "What the mail server said last") @Nullable
        String lastError) {
    static DeliveryLogEntry of(Message message) {
        return new DeliveryLogEntry(
                message.id(),
                message.kind(),
                message.recipientName(),
                message.kind().isForOwners() ? message.address() : null,
                message.channel(),
                message.state(),
                message.reason(),
                message.createdAt(),
                message.notBefore(),
                message.sentAt(),
                message.tries(),
                message.lastError());
    }
}
