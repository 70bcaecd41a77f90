package org.bihuan.workorder.domain;

import static org.bihuan.workorder.domain.PastCells.sure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.ResolutionCode;
import org.jspecify.annotations.Nullable;

/** Reads one line of the past, and finds out whether it can have been like that. */
final class PastReader {
    private static final List<PastColumn> IN_THIS_ORDER = List.of(
            PastColumn.CREATED_AT,
            PastColumn.DISPATCHED_AT,
            PastColumn.ACCEPTED_AT,
            PastColumn.ARRIVED_AT,
            PastColumn.COMPLETED_AT,
            PastColumn.CLOSED_AT,
            PastColumn.CANCELLED_AT);

    /** What says that somebody has done something about it. */
    private static final List<PastColumn> OF_WHAT_WAS_DONE = List.of(
            PastColumn.COMPLETED_AT,
            PastColumn.CLOSING_REASON,
            PastColumn.RESOLUTION_CODE,
            PastColumn.RESOLUTION,
            PastColumn.CAUSE,
            PastColumn.LABOUR_MINUTES,
            PastColumn.REFERRED_TO);

    private final PastCells cells;

    PastReader(PastCells cells) {
        this.cells = cells;
    }

    /** Empty when something was rejected; then all that is wrong with the line itself has been told. */
    Optional<PastRow> row() {
        String externalId = cells.required(PastColumn.EXTERNAL_ID, cells::text);
        PastRow.@Nullable About about = about();
        PastRow.Worker worker =
                new PastRow.Worker(cells.text(PastColumn.TECHNICIAN), cells.text(PastColumn.TECHNICIAN_NAME));
        boolean ended = hasOneEnd();
        PastRow.@Nullable Times times = times();
        boolean cancelled = cells.has(PastColumn.CANCELLED_AT) && !cells.has(PastColumn.CLOSED_AT);
        PastRow.End end = cancelled ? cancelled() : closed(ended);
        return cells.usable()
                ? Optional.of(new PastRow(cells.line(), sure(externalId), sure(about), worker, sure(times), end))
                : Optional.empty();
    }

    private PastRow.@Nullable About about() {
        Kind kind = cells.required(PastColumn.KIND, column -> cells.oneOf(column, Kind.class));
        String description = cells.required(PastColumn.DESCRIPTION, cells::text);
        String category = cells.text(PastColumn.CATEGORY);
        String unit = cells.text(PastColumn.UNIT);
        String position = cells.text(PastColumn.POSITION);
        String name = cells.text(PastColumn.REPORTER_NAME);
        String phone = cells.phone(PastColumn.PHONE);
        Channel channel = cells.oneOf(PastColumn.CHANNEL, Channel.class);
        Priority priority = cells.oneOf(PastColumn.PRIORITY, Priority.class);
        return kind == null || description == null
                ? null
                : new PastRow.About(
                        kind,
                        description,
                        category,
                        unit,
                        position,
                        name,
                        phone,
                        channel == null ? Channel.OTHER : channel,
                        priority);
    }

    private boolean hasOneEnd() {
        boolean closed = cells.has(PastColumn.CLOSED_AT);
        boolean cancelled = cells.has(PastColumn.CANCELLED_AT);
        if (!closed && !cancelled) {
            cells.reject(PastColumn.CLOSED_AT, "NOT_ENDED");
        }
        if (closed && cancelled) {
            cells.reject(PastColumn.CANCELLED_AT, "CLOSED_AND_CANCELLED");
        }
        return closed || cancelled;
    }

    private PastRow.@Nullable Times times() {
        Instant created = cells.required(PastColumn.CREATED_AT, cells::time);
        List<@Nullable Instant> all = IN_THIS_ORDER.stream()
                .map(column -> column == PastColumn.CREATED_AT ? created : cells.time(column))
                .toList();
        Instant before = null;
        for (int i = 0; i < all.size(); i++) {
            Instant time = all.get(i);
            if (time != null && before != null && time.isBefore(before)) {
                cells.reject(IN_THIS_ORDER.get(i), "BEFORE_THE_STEP_BEFORE");
            }
            before = time == null ? before : time;
        }
        Optional<Instant> ended =
                Stream.of(all.get(5), all.get(6)).flatMap(Stream::ofNullable).findFirst();
        return created == null || ended.isEmpty()
                ? null
                : new PastRow.Times(created, all.get(1), all.get(2), all.get(3), all.get(4), ended.get());
    }

    private PastRow.End cancelled() {
        OF_WHAT_WAS_DONE.stream().filter(cells::has).forEach(column -> cells.reject(column, "NOT_OF_CANCELLED"));
        String note = cells.required(PastColumn.CLOSING_NOTE, cells::text);
        return new PastRow.End(null, note, null, null, null, null, null);
    }

    private PastRow.End closed(boolean ended) {
        ClosingReason reason = cells.oneOf(PastColumn.CLOSING_REASON, ClosingReason.class);
        ResolutionCode code = cells.oneOf(PastColumn.RESOLUTION_CODE, ResolutionCode.class);
        if (ended) {
            Stream.of(PastColumn.COMPLETED_AT, PastColumn.CLOSING_REASON, PastColumn.RESOLUTION)
                    .filter(column -> !cells.has(column))
                    .forEach(column -> cells.reject(column, "REQUIRED"));
        }
        if (reason == ClosingReason.WAIVED && !cells.has(PastColumn.CLOSING_NOTE)) {
            cells.reject(PastColumn.CLOSING_NOTE, "REQUIRED");
        }
        if (code == ResolutionCode.REFERRED && !cells.has(PastColumn.REFERRED_TO)) {
            cells.reject(PastColumn.REFERRED_TO, "REQUIRED");
        }
        return new PastRow.End(
                reason,
                cells.text(PastColumn.CLOSING_NOTE),
                code == null ? ResolutionCode.DONE : code,
                cells.text(PastColumn.RESOLUTION),
                cells.text(PastColumn.CAUSE),
                cells.minutes(PastColumn.LABOUR_MINUTES),
                cells.text(PastColumn.REFERRED_TO));
    }
}
