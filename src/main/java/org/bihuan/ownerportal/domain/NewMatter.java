package org.bihuan.ownerportal.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.bihuan.shared.SingleLine;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.Place;
import org.bihuan.workorder.Reporter;
import org.bihuan.workorder.TimeWindow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an owner reports.
 *
 * @param communityId for who lives in several and names no unit
 */
@Schema(name = "NewMyWorkOrder")
public record NewMatter(
        @NotNull Sort kind,
        @Size(max = 60) @SingleLine @Nullable String categoryCode,
        @NotBlank @Size(max = 4000) String description,
        @Valid @Nullable Where location,
        @Valid @Nullable TimeWindow preferredWindow,
        @Nullable UUID communityId) {

    /** The kinds an owner can report; a visit is what the desk sees. */
    @Schema(name = "MyWorkOrderKind")
    public enum Sort {
        REPAIR(Kind.REPAIR),
        COMPLAINT(Kind.COMPLAINT),
        INQUIRY(Kind.INQUIRY),
        SUGGESTION(Kind.SUGGESTION),
        HAZARD(Kind.HAZARD);

        private final Kind kind;

        Sort(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }

    @Schema(name = "NewMyWorkOrderLocation")
    public record Where(
            @Nullable UUID unitId,
            @Size(max = 50) @SingleLine @Nullable String unitCode,
            @Size(max = 200) @SingleLine @Nullable String position) {
        static final Where NOWHERE = new Where(null, null, null);
    }

    /** As the desk records it; of a draft, what is missing stays missing. */
    @SuppressWarnings("NullAway")
    NewWorkOrder at(OwnHomes.@Nullable Spot spot, UUID resident) {
        return new NewWorkOrder(
                spot == null ? communityId : spot.communityId(),
                kind == null ? null : kind.kind(),
                categoryCode,
                description,
                new Place(spot == null ? null : spot.unitId(), null, null, where().position()),
                new Reporter(resident, null, null),
                null,
                Channel.PORTAL,
                preferredWindow);
    }

    Where where() {
        return location == null ? Where.NOWHERE : location;
    }
}
