package org.bihuan.workorder.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.domain.WorkOrderCounts.Count;
import org.bihuan.workorder.domain.WorkOrderCounts.Counted;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Counters over the wire. */
final class CountViews {
    private CountViews() {}

    @Schema(name = "WorkOrderNumbers", description = "Each equals the length of the list it names")
    record Numbers(
            @Schema(description = "?status=") Map<Status, Long> byStatus,

            @Schema(description = "?open=true") long open,
            @Schema(description = "?overdue=true") long overdue,

            @Schema(description = "?unassigned=true") long unassigned,

            @Schema(description = "?dueBefore=dayEndsAt of the community, also what is overdue")
            long dueToday) {
        static Numbers of(List<Count> counts) {
            Map<Status, Long> byStatus = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                byStatus.put(status, 0L);
            }
            counts.forEach(count -> byStatus.merge(count.status(), count.orders(), Long::sum));
            long ended = byStatus.getOrDefault(Status.CLOSED, 0L) + byStatus.getOrDefault(Status.CANCELLED, 0L);
            return new Numbers(
                    byStatus,
                    counts.stream().mapToLong(Count::orders).sum() - ended,
                    counts.stream().mapToLong(Count::overdue).sum(),
                    counts.stream().mapToLong(Count::unassigned).sum(),
                    counts.stream().mapToLong(Count::dueToday).sum());
        }
    }

    @Schema(name = "CommunityWorkOrderCounts")
    record Community(UUID communityId, Instant dayEndsAt, Numbers numbers) {}

    @Schema(name = "WorkOrderCounts", description = "All of one moment")
    record View(Instant asOf, Numbers total, List<Community> communities) {
        static View of(Counted counted) {
            List<Community> communities = counted.dayEnds().entrySet().stream()
                    .map(day -> new Community(
                            day.getKey(),
                            day.getValue(),
                            Numbers.of(counted.counts().stream()
                                    .filter(count -> count.communityId().equals(day.getKey()))
                                    .toList())))
                    .toList();
            return new View(counted.asOf(), Numbers.of(counted.counts()), communities);
        }
    }
}
