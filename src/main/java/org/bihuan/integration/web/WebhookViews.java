package org.bihuan.integration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.integration.domain.DeliveryService.Subject;
import org.bihuan.integration.domain.Webhook;
import org.bihuan.integration.domain.WebhookDelivery;
import org.bihuan.integration.domain.WebhookDetails;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Webhooks and their deliveries over the wire. */
final class WebhookViews {
    private WebhookViews() {}

    @Schema(name = "Webhook")
    record View(
            UUID id,
            String url,
            @Nullable String description,
            List<String> eventTypes,

            @Schema(description = "Only what happens in these communities; all of them when empty")
            List<UUID> communityIds,

            boolean enabled,

            @Schema(description = "Why nothing is sent; GONE when it answered 410")
            Webhook.@Nullable DisabledBecause disabledBecause,

            @Nullable Instant disabledAt,

            @Schema(
                    description = "What it signs with, for the receiver; only in the answers that make a new one",
                    examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDFkdHWo2CkBY=")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String secret,

            @Schema(description = "Until then the secret before signs too") @Nullable
            Instant previousSecretUntil,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Webhook webhook) {
            return of(webhook, null);
        }

        static View of(Webhook webhook, @Nullable String secret) {
            WebhookDetails details = webhook.details();
            return new View(
                    webhook.id(),
                    details.url(),
                    details.description(),
                    details.eventTypes(),
                    Objects.requireNonNull(details.communityIds()),
                    webhook.isEnabled(),
                    webhook.disabledBecause(),
                    webhook.disabledAt(),
                    secret,
                    webhook.previousSecretUntil(),
                    webhook.createdAt(),
                    webhook.updatedAt(),
                    webhook.version());
        }
    }

    @Schema(name = "WebhookDelivery")
    record Delivery(
            UUID id,
            UUID webhookId,

            @Schema(description = "The `webhook-id` of the message and the `id` of its CloudEvent")
            UUID eventId,

            String eventType,
            @Nullable UUID workOrderId,
            WebhookDelivery.State state,

            @Schema(description = "How often it has been sent, replays included")
            int tries,

            @Schema(description = "The status that the receiver answered last") @Nullable
            Integer lastStatus,

            @Nullable String lastError,

            @Schema(description = "The beginning of its last answer") @Nullable
            String lastResponse,

            Instant createdAt,
            @Nullable Instant lastTriedAt,
            @Nullable Instant deliveredAt,
            long version)
            implements Versioned {
        static Delivery of(WebhookDelivery delivery, Subject event) {
            return new Delivery(
                    delivery.id(),
                    delivery.webhookId(),
                    event.id(),
                    event.type(),
                    event.workOrderId(),
                    delivery.state(),
                    delivery.tries(),
                    delivery.lastStatus(),
                    delivery.lastError(),
                    delivery.lastResponse(),
                    delivery.createdAt(),
                    delivery.lastTriedAt(),
                    delivery.deliveredAt(),
                    delivery.version());
        }
    }
}
