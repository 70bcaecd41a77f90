package org.bihuan.frontdesk.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.TenantOwned;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.annotations.Immutable;

/** That an interaction gave rise to a work order, as its first, second or later one. */
@Entity
@Immutable
@IdClass(OpenedWorkOrder.Key.class)
@Table(name = "interaction_work_order")
class OpenedWorkOrder extends TenantOwned {
    record Key(UUID interactionId, UUID workOrderId) {}

    @Id
    private UUID interactionId;

    @Id
    private UUID workOrderId;

    @SuppressWarnings("unused") // queries sort by it
    private int place;

    protected OpenedWorkOrder() {}

    OpenedWorkOrder(InteractionId interaction, WorkOrderId workOrder, int place) {
        this.interactionId = interaction.value();
        this.workOrderId = workOrder.value();
        this.place = place;
    }

    InteractionId interaction() {
        return new InteractionId(interactionId);
    }

    WorkOrderId workOrder() {
        return new WorkOrderId(workOrderId);
    }
}
