package org.bihuan.followup.domain;

import java.util.Set;

/** The groups of matters for which a policy says how many of them are rung back. */
public enum PolicyGroup {
    COMPLAINT(100),
    /** Hazards, emergencies, leaks, paid work, and what was referred or reopened. */
    CRITICAL(100),
    REPAIR(30),
    /** Inquiries, suggestions and visits. */
    OTHER(0),
    /** The matters of one category: its rule takes the place of its group's. */
    CATEGORY(0);

    private static final Set<String> ALWAYS_CALLED = Set.of("COMPLAINT", "HAZARD");

    private final int minimumPercent;

    PolicyGroup(int minimumPercent) {
        this.minimumPercent = minimumPercent;
    }

    /** The least share that may be called (domain.md, The follow-up). */
    int minimumPercent() {
        return minimumPercent;
    }

    /** The least share for a category of this kind, so that a rule of its own is no way round the group's. */
    static int minimumPercentOfKind(String kind) {
        if (ALWAYS_CALLED.contains(kind)) {
            return CRITICAL.minimumPercent;
        }
        return kind.equals("REPAIR") ? REPAIR.minimumPercent : OTHER.minimumPercent;
    }
}
