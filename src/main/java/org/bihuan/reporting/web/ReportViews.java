package org.bihuan.reporting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.reporting.domain.GroupBy;
import org.bihuan.reporting.domain.Report.Subject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reports over the wire. */
final class ReportViews {
    private ReportViews() {}

    @Schema(name = "ReportDefinition")
    record DefinitionView(
            String name,
            String title,

            @Schema(description = "What is counted, of when, and what is left out")
            String definition,

            @Schema(description = "What the rows behind its figures are")
            Subject about,

            @Schema(description = "Whether it tells of a period; else of this moment")
            boolean period,

            @Schema(description = "By what its figures can be set apart")
            List<GroupBy> groupings,

            List<Word> figures,
            List<Word> exclusions,

            @Schema(description = "The facts that rows are shown with")
            List<Word> columns) {}

    @Schema(name = "ReportWord")
    record Word(
            String name,
            String title,

            @Schema(description = "Exactly what it counts; null where the title says it all") @Nullable
            String definition) {}

    @Schema(name = "Report")
    record View(
            String name,
            String title,
            String definition,
            List<UUID> communityIds,

            @Schema(description = "Null for reports of this moment") @Nullable
            PeriodView period,

            @Schema(description = "As long, just before") @Nullable
            PeriodView previousPeriod,

            Instant asOf,
            GroupBy groupBy,
            Line total,

            @Schema(description = "One for each group; none without groupBy")
            List<Line> rows) {}

    @Schema(name = "ReportPeriod")
    record PeriodView(
            LocalDate from,
            @Schema(description = "The last day, included") LocalDate to,
            String timeZone) {}

    @Schema(name = "ReportLine")
    record Line(
            @Schema(description = "Of the group; a minus sign for what has none; null in the total") @Nullable
            String key,

            String label,

            @Schema(description = "By the names that the definition gives")
            Map<String, Figure> figures,

            @Schema(description = "What the figures leave out, by reason")
            List<Excluded> excluded,

            @Schema(description = "The figures of the period before; null where there is none to compare with")
            @Nullable
            Map<String, Figure> previous) {}

    @Schema(name = "ReportFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(
            @Schema(description = "How many rows are behind it: as many as its link opens")
            long count,

            @Schema(description = "Of how many") @Nullable Long outOf,

            @Schema(description = "count / outOf, to four places; left out when there is nothing to be a share of")
            @Nullable
            BigDecimal share,

            @Schema(description = "To two places") @Nullable BigDecimal mean,

            @Schema(description = "Half of them took no longer (nearest rank, elapsed time, ISO 8601)") @Nullable
            String p50,

            @Schema(description = "Nine of ten took no longer") @Nullable
            String p90,

            @Schema(description = "Nineteen of twenty took no longer") @Nullable
            String p95,

            @Schema(description = "The rows") String rows,

            @Schema(description = "The rows it is a share of") @Nullable
            String outOfRows) {}

    @Schema(name = "ReportExcluded")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Excluded(
            String reason,
            String title,
            long count,

            @Schema(description = "How much time in all") @Nullable
            String sum,

            String rows) {}

    @Schema(name = "ReportRow")
    record Row(
            Subject about,
            UUID id,
            @Nullable String number,

            @Schema(description = "Where to read it") String href,

            @Schema(description = "What put it into the period: registered, begun, or work completed")
            Instant at,

            @Schema(description = "What it was counted for, by the report's columns")
            Map<String, @Nullable Object> facts) {}
}
