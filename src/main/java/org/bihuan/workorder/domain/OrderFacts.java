package org.bihuan.workorder.domain;

import org.bihuan.workorder.WorkOrderFacts;

/** What a work order tells other modules of itself. */
final class OrderFacts {
    private OrderFacts() {}

    static WorkOrderFacts of(WorkOrder order) {
        Resolution resolution = order.resolution();
        Closing closing = order.closing();
        return new WorkOrderFacts(
                order.workOrderId(),
                order.number(),
                order.version(),
                order.communityId(),
                order.kind(),
                order.status(),
                order.priority(),
                order.round(),
                order.categoryId(),
                order.description(),
                order.spot().unitId(),
                order.spot().unitCode(),
                order.spot().position(),
                order.reporter().residentId(),
                order.reporter().reporterName(),
                order.reporter().reporterPhone(),
                order.assigneeId(),
                resolution == null ? null : resolution.workedBy(),
                resolution == null ? null : resolution.code(),
                resolution == null ? null : resolution.text(),
                order.liability() == null ? null : order.liability().code().name(),
                closing == null ? null : closing.reason(),
                closing == null ? null : closing.at(),
                order.nextDueAt(),
                order.followUpId(),
                order.createdAt(),
                order.updatedAt());
    }
}
