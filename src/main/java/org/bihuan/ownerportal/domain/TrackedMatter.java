package org.bihuan.ownerportal.domain;

import java.time.Instant;
import java.util.List;
import org.bihuan.shared.Versioned;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A matter as whoever holds its tracking link sees it: no name, no phone, no address and no description. */
@Schema(name = "TrackedWorkOrder")
public record TrackedMatter(
        String number,
        long version,
        Kind kind,
        Status status,
        String statusText,
        String nextStep,
        @Nullable Instant dueAt,
        List<Note> notes,

        @Schema(description = "Whether there are older notes, that are not shown")
        boolean notesTruncated,

        Instant updatedAt)
        implements Versioned {

    /** Until what is due becomes late; of a closed one it cannot be told here whether it can still be reopened. */
    @Override
    public boolean hasReadTheSame(Instant now) {
        boolean inTime = dueAt == null || !now.isAfter(dueAt) || dueAt.isBefore(updatedAt);
        return inTime && status != Status.CLOSED;
    }

    @Schema(name = "TrackedWorkOrderNote")
    public record Note(Instant at, String text) {}
}
