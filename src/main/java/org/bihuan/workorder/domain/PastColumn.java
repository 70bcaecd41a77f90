package org.bihuan.workorder.domain;

import java.util.Arrays;
import java.util.List;

/** The columns of a file of work orders of the past. */
enum PastColumn {
    EXTERNAL_ID("externalId", true, 100),
    KIND("kind", true, 20),
    DESCRIPTION("description", true, 4000),
    CREATED_AT("createdAt", true, 40),
    CATEGORY("category", false, 60),
    UNIT("unit", false, 50),
    POSITION("position", false, 200),
    REPORTER_NAME("reporterName", false, 100),
    PHONE("phone", false, 40),
    CHANNEL("channel", false, 20),
    PRIORITY("priority", false, 20),
    TECHNICIAN("technician", false, 100),
    TECHNICIAN_NAME("technicianName", false, 100),
    DISPATCHED_AT("dispatchedAt", false, 40),
    ACCEPTED_AT("acceptedAt", false, 40),
    ARRIVED_AT("arrivedAt", false, 40),
    COMPLETED_AT("completedAt", false, 40),
    CLOSED_AT("closedAt", false, 40),
    CANCELLED_AT("cancelledAt", false, 40),
    CLOSING_REASON("closingReason", false, 20),
    CLOSING_NOTE("closingNote", false, 4000),
    RESOLUTION_CODE("resolutionCode", false, 20),
    RESOLUTION("resolution", false, 4000),
    CAUSE("cause", false, 4000),
    LABOUR_MINUTES("labourMinutes", false, 6),
    REFERRED_TO("referredTo", false, 200);

    private final String title;
    private final boolean required;
    private final int longest;

    PastColumn(String title, boolean required, int longest) {
        this.title = title;
        this.required = required;
        this.longest = longest;
    }

    static List<String> titles(boolean required) {
        return Arrays.stream(values())
                .filter(column -> column.required == required)
                .map(PastColumn::title)
                .toList();
    }

    String title() {
        return title;
    }

    /** In characters. */
    int longest() {
        return longest;
    }

    /** Whether it is words rather than a name, a code, a number or a time. */
    boolean hasLines() {
        return this == DESCRIPTION || this == CLOSING_NOTE || this == RESOLUTION || this == CAUSE;
    }
}
