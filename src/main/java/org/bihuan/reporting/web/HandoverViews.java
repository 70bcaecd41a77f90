package org.bihuan.reporting.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bihuan.reporting.domain.HandoverQuery;
import org.bihuan.reporting.domain.HandoverSheet;
import org.bihuan.reporting.domain.Handovers;
import org.bihuan.workorder.TimeWindow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about handing over. */
final class HandoverViews {
    private HandoverViews() {}

    @Schema(name = "NewHandoverMail")
    record NewMail(
            @NotNull UUID communityId,

            @Schema(description = "Accounts of who runs the desk there") @NotNull @Size(min = 1, max = 50)
            List<@NotNull UUID> to,

            @Schema(description = "The shift; the last eight hours when nothing is said") @Valid @Nullable
            TimeWindow period,

            @Size(max = 2000) @Nullable String note) {
        HandoverQuery query() {
            return period == null
                    ? new HandoverQuery(communityId, null, null)
                    : new HandoverQuery(communityId, period.from(), period.to());
        }
    }

    @Schema(name = "HandoverMail")
    record Sent(UUID id, List<Colleague> to, HandoverSheet.Counts counts) {
        static Sent of(Handovers.Sent sent) {
            return new Sent(
                    sent.id(),
                    sent.to().stream()
                            .map(person -> new Colleague(person.id().value(), person.displayName()))
                            .toList(),
                    sent.sheet().counts());
        }
    }

    @Schema(name = "HandoverColleague")
    record Colleague(UUID id, String displayName) {}
}
