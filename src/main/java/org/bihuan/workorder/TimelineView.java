package org.bihuan.workorder;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the timeline. */
@Schema(name = "TimelineEntry")
public record TimelineView(
        int seq,
        Instant at,

        @Schema(description = "The verb in upper case, or REGISTER, CHANGE, NOTE and the like")
        String type,

        Person actor,

        @Schema(description = "For whom it was done, when the desk did it for the assignee") @Nullable
        Person onBehalfOf,

        int round,
        @Nullable Status from,
        @Nullable Status to,
        @Nullable String reason,
        @Nullable String note,
        Visibility visibility,
        Map<String, Object> data) {

    @Schema(name = "TimelinePerson")
    public record Person(@Nullable UUID id, String displayName, String role) {}
}
