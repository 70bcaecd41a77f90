package org.bihuan.workorder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A matter to be recorded.
 *
 * @param priority the category's usual one, else {@code NORMAL}, when left out
 * @param channel {@code OTHER} when left out
 */
@Schema(name = "NewWorkOrder")
public record NewWorkOrder(
        @NotNull UUID communityId,
        @NotNull Kind kind,
        @Size(max = 60) @SingleLine @Nullable String categoryCode,
        @NotBlank @Size(max = 4000) String description,
        @Valid @Nullable Place location,
        @Valid @Nullable Reporter reporter,
        @Nullable Priority priority,
        @Nullable Channel channel,
        @Valid @Nullable TimeWindow preferredWindow) {}
