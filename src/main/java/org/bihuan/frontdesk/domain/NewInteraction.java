package org.bihuan.frontdesk.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.frontdesk.Direction;
import org.bihuan.shared.SingleLine;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.Place;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Reporter;
import org.bihuan.workorder.TimeWindow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call, visit or message as the desk types it in.
 *
 * @param direction INBOUND when left out
 * @param ringSeconds how long the phone rang before somebody took it
 * @param workOrders the matters it gives rise to, all of them or none
 */
@Schema(name = "NewInteraction")
public record NewInteraction(
        @NotNull UUID communityId,
        @NotNull Channel channel,
        @Nullable Direction direction,
        @NotNull Instant startedAt,
        @Nullable Instant endedAt,

        @Min(0) @Max(InteractionDetails.LONGEST_RING) @Nullable
        Integer ringSeconds,

        @Valid @Nullable Caller caller,
        @Size(max = 4000) @Nullable String notes,
        @Size(max = 20) @Nullable List<@NotNull @Valid Matter> workOrders) {

    /** Who it is, as far as they say; nobody needs to be known. */
    @Schema(name = "NewInteractionCaller")
    public record Caller(
            @Size(max = 100) @SingleLine @Nullable String name,
            @Size(max = 40) @SingleLine @Nullable String phone,
            @Size(max = 50) @SingleLine @Nullable String unitCode,
            @Nullable UUID unitId,
            @Nullable UUID residentId) {
        static final Caller UNKNOWN = new Caller(null, null, null, null, null);
    }

    /** One matter; its community, channel and reporter are those of the interaction. */
    @Schema(name = "NewInteractionWorkOrder")
    public record Matter(
            @NotNull Kind kind,
            @Size(max = 60) @SingleLine @Nullable String categoryCode,
            @NotBlank @Size(max = 4000) String description,
            @Valid @Nullable Place location,
            @Nullable Priority priority,
            @Valid @Nullable TimeWindow preferredWindow) {
        NewWorkOrder reportedBy(CallingParty party, UUID communityId, Channel channel) {
            return new NewWorkOrder(
                    communityId,
                    kind,
                    categoryCode,
                    description,
                    location,
                    new Reporter(party.residentId(), party.callerName(), party.phone()),
                    priority,
                    channel,
                    preferredWindow);
        }
    }

    Caller callerOrUnknown() {
        return caller == null ? Caller.UNKNOWN : caller;
    }

    List<Matter> matters() {
        return workOrders == null ? List.of() : workOrders;
    }
}
