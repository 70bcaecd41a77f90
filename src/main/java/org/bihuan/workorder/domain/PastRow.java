package org.bihuan.workorder.domain;

import java.time.Instant;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.ResolutionCode;
import org.jspecify.annotations.Nullable;

/** One line of a file of work orders of the past, as it could be read: each of them was closed or cancelled. */
record PastRow(int line, String externalId, About about, Worker worker, Times times, End end) {
    record About(
            Kind kind,
            String description,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String position,
            @Nullable String reporterName,
            @Nullable String phone,
            Channel channel,
            @Nullable Priority priority) {}

    /**
     * Who did it.
     *
     * @param username of an account, where there is one
     * @param name where there is none, or none any more
     */
    record Worker(@Nullable String username, @Nullable String name) {}

    /** When each step was; null where nobody knows, or it was left out. */
    record Times(
            Instant created,
            @Nullable Instant dispatched,
            @Nullable Instant accepted,
            @Nullable Instant arrived,
            @Nullable Instant completed,
            Instant ended) {}

    /**
     * How it ended.
     *
     * @param reason null where it was cancelled
     * @param code null where it was cancelled
     */
    record End(
            @Nullable ClosingReason reason,
            @Nullable String note,
            @Nullable ResolutionCode code,
            @Nullable String resolution,
            @Nullable String cause,
            @Nullable Integer labourMinutes,
            @Nullable String referredTo) {
        boolean cancelled() {
            return reason == null;
        }
    }
}
