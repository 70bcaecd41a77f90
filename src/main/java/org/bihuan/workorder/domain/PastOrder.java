package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.Accounts;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.jspecify.annotations.Nullable;

/**
 * A work order of the past with everything it names looked up.
 *
 * @param worker their account, where they have one
 */
record PastOrder(
        PastRow row,
        UUID communityId,
        Priority priority,
        @Nullable UUID categoryId,
        Spot spot,
        Contact reporter,
        Accounts.@Nullable Person worker) {

    Status status() {
        return row.end().cancelled() ? Status.CANCELLED : Status.CLOSED;
    }

    @Nullable
    UUID workerId() {
        return worker == null ? null : worker.id().value();
    }

    @Nullable
    String workerName() {
        return worker == null ? row.worker().name() : worker.displayName();
    }

    /** Of all that was said; not of who was found to live there by now. */
    byte[] digest() {
        PastRow.About about = row.about();
        PastRow.End end = row.end();
        CanonicalText said = new CanonicalText()
                .add(ChainHash.FORM)
                .add(communityId)
                .add(row.externalId())
                .add(about.kind().name())
                .add(about.description())
                .add(categoryId)
                .add(spot.unitId())
                .add(about.position())
                .add(about.reporterName())
                .add(about.phone())
                .add(about.channel().name())
                .add(about.priority() == null ? null : about.priority().name())
                .add(workerId())
                .add(row.worker().name());
        addTimes(said);
        said.add(end.reason() == null ? null : end.reason().name())
                .add(end.note())
                .add(end.code() == null ? null : end.code().name())
                .add(end.resolution())
                .add(end.cause())
                .add(end.labourMinutes() == null ? null : end.labourMinutes().toString())
                .add(end.referredTo());
        return ChainHash.after(ChainHash.START).with(said).value();
    }

    private void addTimes(CanonicalText said) {
        PastRow.Times times = row.times();
        said.add(time(times.created()))
                .add(time(times.dispatched()))
                .add(time(times.accepted()))
                .add(time(times.arrived()))
                .add(time(times.completed()))
                .add(time(times.ended()));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
