package org.bihuan.integration.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a webhook. */
@Schema(name = "NewWebhook")
public record WebhookDetails(
        @Schema(description = "https, at a public address", examples = "https://sms.example.com/bihuan")
        @NotBlank
        @Size(max = 2000)
        @SingleLine
        String url,

        @Size(max = 500) @SingleLine @Nullable String description,

        @Schema(description = "Such as `workOrder.dispatched`, `workOrder.*` or `message.owner`")
        @NotEmpty
        @Size(max = 50)
        List<@NotNull @Pattern(regexp = EventType.PATTERN, message = "UNKNOWN_EVENT_TYPE") String> eventTypes,

        @Schema(description = "Only what happens in these communities; all of them when left out or empty")
        @Size(max = 1000)
        @Nullable
        List<@NotNull UUID> communityIds,

        @Schema(description = "True when left out") @Nullable
        Boolean enabled) {
    List<UUID> communities() {
        return communityIds == null ? List.of() : communityIds;
    }

    boolean isEnabled() {
        return enabled == null || enabled;
    }
}
