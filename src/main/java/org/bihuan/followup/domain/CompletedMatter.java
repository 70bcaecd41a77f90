package org.bihuan.followup.domain;

import java.util.Set;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/** What the policy looks at about a matter that has just been completed. */
record CompletedMatter(
        Kind kind,
        Priority priority,
        int round,
        @Nullable String categoryCode,
        @Nullable String liabilityCode,
        ResolutionCode resolution) {
    private static final String OWNER_PAYS = "OWNER_PAID";

    static CompletedMatter of(WorkOrderFacts order, @Nullable String categoryCode, ResolutionCode resolution) {
        return new CompletedMatter(
                order.kind(), order.priority(), order.round(), categoryCode, order.liabilityCode(), resolution);
    }

    /**
     * Why it would be followed up. What is critical comes first, so that a complaint reopened is called as soon as anything
     * else reopened.
     *
     * @param leaks the codes of the categories that count as leaks
     */
    PolicyReason reason(Set<String> leaks) {
        if (kind == Kind.HAZARD) {
            return PolicyReason.HAZARD;
        }
        if (resolution == ResolutionCode.REFERRED) {
            return PolicyReason.REFERRED;
        }
        if (round > 1) {
            return PolicyReason.REOPENED;
        }
        if (priority == Priority.EMERGENCY) {
            return PolicyReason.EMERGENCY;
        }
        if (categoryCode != null && leaks.contains(categoryCode)) {
            return PolicyReason.LEAK;
        }
        return isPaidWork() ? PolicyReason.PAID_WORK : reasonOfKind();
    }

    /** Only what somebody did can be charged: a question about prices answered at the desk is no paid work. */
    private boolean isPaidWork() {
        return resolution == ResolutionCode.DONE && OWNER_PAYS.equals(liabilityCode);
    }

    private PolicyReason reasonOfKind() {
        return switch (kind) {
            case HAZARD -> PolicyReason.HAZARD;
            case COMPLAINT -> PolicyReason.COMPLAINT;
            case REPAIR -> PolicyReason.REPAIR;
            case VISIT, INQUIRY, SUGGESTION -> PolicyReason.OTHER;
        };
    }
}
