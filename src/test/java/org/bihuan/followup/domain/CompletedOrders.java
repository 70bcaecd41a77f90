package org.bihuan.followup.domain;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;

/** Work orders whose work is done. */
final class CompletedOrders {
    static final UUID TECHNICIAN = UUID.fromString("0198a000-0000-7000-8000-000000000001");

    private CompletedOrders() {}

    /** A repair that the technician has done. */
    static WorkOrderFacts repair(Instant at) {
        return new WorkOrderFacts(
                WorkOrderId.next(),
                "1000016",
                5,
                UUID.randomUUID(),
                Kind.REPAIR,
                Status.COMPLETED,
                Priority.NORMAL,
                1,
                null,
                "厨房水管漏水",
                null,
                "3-2-1202",
                "厨房",
                null,
                "王芳",
                "+8613800138000",
                TECHNICIAN,
                TECHNICIAN,
                ResolutionCode.DONE,
                "更换了角阀",
                null,
                null,
                null,
                null,
                null,
                at,
                at);
    }
}
