package org.bihuan.frontdesk.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.frontdesk.Direction;
import org.bihuan.frontdesk.domain.CallingParty;
import org.bihuan.frontdesk.domain.Interaction;
import org.bihuan.shared.Versioned;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Interactions over the wire. */
final class InteractionViews {
    private InteractionViews() {}

    @Schema(name = "InteractionCaller")
    record CallerRef(
            @Nullable UUID residentId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable UUID unitId,
            @Nullable String unitCode) {
        static CallerRef of(CallingParty party) {
            return new CallerRef(
                    party.residentId(), party.callerName(), party.phone(), party.unitId(), party.unitCode());
        }
    }

    @Schema(name = "InteractionTakenBy")
    record TakenBy(UUID id, String displayName) {}

    @Schema(name = "InteractionWorkOrder")
    record WorkOrderRef(UUID id, String number, Status status) {
        static WorkOrderRef of(WorkOrderFacts facts) {
            return new WorkOrderRef(facts.id().value(), facts.number(), facts.status());
        }
    }

    @Schema(name = "Interaction")
    record View(
            UUID id,
            UUID communityId,
            Channel channel,
            Direction direction,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Integer ringSeconds,
            CallerRef caller,
            @Nullable String notes,
            TakenBy takenBy,
            List<WorkOrderView> workOrders,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        /** As long as its work orders are as they were reported. */
        @Override
        public boolean hasReadTheSame(Instant now) {
            return workOrders.stream().allMatch(order -> order.version() == 0 && order.hasReadTheSame(now));
        }

        static View of(Interaction interaction, List<WorkOrderView> workOrders) {
            return new View(
                    interaction.interactionId().value(),
                    interaction.communityId(),
                    interaction.channel(),
                    interaction.direction(),
                    interaction.startedAt(),
                    interaction.endedAt(),
                    interaction.ringSeconds(),
                    CallerRef.of(interaction.party()),
                    interaction.notes(),
                    new TakenBy(interaction.takenBy(), interaction.takenByName()),
                    workOrders,
                    interaction.createdAt(),
                    interaction.updatedAt(),
                    interaction.version());
        }
    }

    @Schema(name = "InteractionSummary")
    record Summary(
            UUID id,
            UUID communityId,
            Channel channel,
            Direction direction,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Integer ringSeconds,
            CallerRef caller,
            @Nullable String notes,
            TakenBy takenBy,
            List<WorkOrderRef> workOrders,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        static Summary of(Interaction interaction, List<WorkOrderFacts> workOrders) {
            return new Summary(
                    interaction.interactionId().value(),
                    interaction.communityId(),
                    interaction.channel(),
                    interaction.direction(),
                    interaction.startedAt(),
                    interaction.endedAt(),
                    interaction.ringSeconds(),
                    CallerRef.of(interaction.party()),
                    interaction.notes(),
                    new TakenBy(interaction.takenBy(), interaction.takenByName()),
                    workOrders.stream().map(WorkOrderRef::of).toList(),
                    interaction.createdAt(),
                    interaction.updatedAt(),
                    interaction.version());
        }
    }
}
