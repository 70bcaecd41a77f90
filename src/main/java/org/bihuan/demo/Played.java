package org.bihuan.demo;

import org.bihuan.demo.DayScript.Entry;
import org.jspecify.annotations.Nullable;

/** What one entry of the day has come to, as the API tells it at the end. */
record Played(
        Entry entry,
        String workOrderId,
        String number,
        String endStatus,
        int endRound,
        @Nullable String closingReason,
        @Nullable String followUpStatus) {

    /** The end in one line, such as {@code CLOSED VERIFIED, round 1, follow-up DONE}. */
    String end() {
        return Expectation.wording(endStatus, endRound, closingReason, followUpStatus);
    }
}
