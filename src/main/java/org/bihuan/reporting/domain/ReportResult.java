package org.bihuan.reporting.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report came to.
 *
 * @param communities whose rows were counted
 * @param period null for reports of this very moment
 * @param lines one for each group; none where nothing was to be set apart
 */
public record ReportResult(
        Report report,
        List<UUID> communities,
        GroupBy groupBy,
        @Nullable Period period,
        Instant asOf,
        Line total,
        List<Line> lines) {
    /**
     * The figures of one group.
     *
     * @param key empty for all groups together
     * @param counted by the names of the figures and exclusions, in their order
     * @param previous the same of the period before; null where that has no such group
     */
    public record Line(
            String key,
            Map<String, Counted> counted,
            @Nullable Map<String, Counted> previous) {}
}
