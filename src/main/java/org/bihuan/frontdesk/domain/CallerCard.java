package org.bihuan.frontdesk.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.estate.Relation;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the desk must know while the phone is still in its hand.
 *
 * @param resident null for a number that belongs to nobody but has rung before
 * @param units in the caller's communities, the newest first
 * @param openWorkOrders reported by them or about their present homes, the newest first
 * @param recentInteractions the newest first
 */
@Schema(name = "CallerCard")
public record CallerCard(
        @Nullable Person resident,
        List<Home> units,
        List<OpenWorkOrder> openWorkOrders,
        List<RecentInteraction> recentInteractions,
        List<Flag> flags) {

    /** What the desk should notice at once. */
    @Schema(name = "CallerFlag")
    public enum Flag {
        /** A call to this number reached somebody else. */
        PHONE_DOUBTFUL,
        /** Turned to the desk three times or more within seven days. */
        REPEAT_CALLER,
        OPEN_COMPLAINT,
        /** Something open had been finished before and was not. */
        REOPENED,
        /** Three or more open matters of one category in the building within a day. */
        BUILDING_AFFECTED,
        MOVED_OUT
    }

    @Schema(name = "CallerPerson")
    public record Person(UUID id, String name, @Nullable String phone, boolean phoneDoubtful) {}

    @Schema(name = "CallerHome")
    public record Home(
            UUID id,
            String code,
            UUID communityId,
            Relation relation,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Schema(name = "CallerOpenWorkOrder")
    public record OpenWorkOrder(
            UUID id,
            String number,
            Kind kind,
            Status status,
            Priority priority,
            String description,
            @Nullable String unitCode,
            Instant createdAt,
            @Nullable Instant nextDueAt) {}

    @Schema(name = "CallerRecentInteraction")
    public record RecentInteraction(
            UUID id,
            Channel channel,
            Instant startedAt,
            @Nullable String notes,
            List<String> workOrderNumbers) {}
}
