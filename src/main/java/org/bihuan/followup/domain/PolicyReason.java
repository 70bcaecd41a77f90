package org.bihuan.followup.domain;

/** Why somebody is rung back; the first that applies is the one that is told. */
public enum PolicyReason {
    HAZARD(PolicyGroup.CRITICAL),
    REFERRED(PolicyGroup.CRITICAL),
    REOPENED(PolicyGroup.CRITICAL),
    EMERGENCY(PolicyGroup.CRITICAL),
    LEAK(PolicyGroup.CRITICAL),
    PAID_WORK(PolicyGroup.CRITICAL),
    COMPLAINT(PolicyGroup.COMPLAINT),
    REPAIR(PolicyGroup.REPAIR),
    OTHER(PolicyGroup.OTHER);

    private final PolicyGroup group;

    PolicyReason(PolicyGroup group) {
        this.group = group;
    }

    PolicyGroup group() {
        return group;
    }
}
