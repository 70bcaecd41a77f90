package org.bihuan.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.reporting.domain.Counted;
import org.bihuan.reporting.domain.Period;
import org.bihuan.reporting.domain.Report;
import org.bihuan.reporting.domain.ReportQuery;
import org.bihuan.reporting.domain.ReportResult;
import org.bihuan.reporting.domain.ReportRow;
import org.bihuan.reporting.domain.ReportWords;
import org.jspecify.annotations.Nullable;

/** Shows reports with their words and links. */
@ApplicationScoped
class ReportPages {
    private static final int PLACES = 4;

    private final ReportWords words;

    ReportPages(ReportWords words) {
        this.words = words;
    }

    ReportViews.DefinitionView definition(Report report) {
        return new ReportViews.DefinitionView(
                report.name(),
                words.title(report),
                words.definition(report),
                report.about(),
                report.hasPeriod(),
                report.groupings().stream().sorted().toList(),
                report.figureNames().stream()
                        .map(name -> new ReportViews.Word(
                                name, words.figure(report, name), words.figureDefinition(report, name)))
                        .toList(),
                report.exclusionNames().stream()
                        .map(name -> new ReportViews.Word(name, words.exclusion(name), null))
                        .toList(),
                report.columnNames().stream()
                        .map(name -> new ReportViews.Word(name, words.column(name), null))
                        .toList());
    }

    ReportViews.View report(ReportResult result, ReportQuery query) {
        Report report = result.report();
        Map<String, String> labels = words.labels(
                result.groupBy(),
                result.lines().stream().map(ReportResult.Line::key).toList());
        Period period = result.period();
        return new ReportViews.View(
                report.name(),
                words.title(report),
                words.definition(report),
                result.communities(),
                shown(period),
                period == null ? null : shown(period.before()),
                result.asOf(),
                result.groupBy(),
                line(result, new RowsLink(report, query, period, null), result.total(), null, words.total()),
                result.lines().stream()
                        .map(line -> line(
                                result,
                                new RowsLink(report, query, period, line.key()),
                                line,
                                line.key(),
                                labels.getOrDefault(line.key(), line.key())))
                        .toList());
    }

    private static ReportViews.@Nullable PeriodView shown(@Nullable Period period) {
        return period == null
                ? null
                : new ReportViews.PeriodView(
                        period.from(), period.to(), period.zone().getId());
    }

    private ReportViews.Line line(
            ReportResult result, RowsLink link, ReportResult.Line line, @Nullable String key, String label) {
        Map<String, Counted> previous = line.previous();
        return new ReportViews.Line(
                key,
                label,
                figures(result.report(), line.counted(), link),
                excluded(result.report(), line.counted(), link),
                previous == null ? null : figures(result.report(), previous, link.before()));
    }

    private static Map<String, ReportViews.Figure> figures(Report report, Map<String, Counted> counted, RowsLink link) {
        Map<String, ReportViews.Figure> figures = new LinkedHashMap<>();
        for (String name : report.figureNames()) {
            Stream.ofNullable(counted.get(name)).forEach(found -> figures.put(name, figure(found, link.of(name))));
        }
        return figures;
    }

    private static ReportViews.Figure figure(Counted counted, String rows) {
        Long outOf = counted.outOf();
        Counted.Percentiles percentiles = counted.percentiles();
        return new ReportViews.Figure(
                counted.count(),
                outOf,
                outOf == null || outOf == 0 ? null : share(counted.count(), outOf),
                counted.mean(),
                percentiles == null ? null : text(percentiles.p50()),
                percentiles == null ? null : text(percentiles.p90()),
                percentiles == null ? null : text(percentiles.p95()),
                rows,
                outOf == null ? null : rows + "&outOf=true");
    }

    private static BigDecimal share(long count, long outOf) {
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(outOf), PLACES, RoundingMode.HALF_UP);
    }

    private List<ReportViews.Excluded> excluded(Report report, Map<String, Counted> counted, RowsLink link) {
        return report.exclusionNames().stream()
                .flatMap(name -> Stream.ofNullable(counted.get(name))
                        .map(found -> new ReportViews.Excluded(
                                name, words.exclusion(name), found.count(), text(found.sum()), link.of(name))))
                .toList();
    }

    ReportViews.Row row(Report report, ReportRow row) {
        String collection = switch (report.about()) {
            case WORK_ORDER -> "work-orders";
            case INTERACTION -> "interactions";
            case FOLLOW_UP -> "follow-ups";
        };
        return new ReportViews.Row(
                report.about(),
                row.id(),
                row.number(),
                "/api/v1/" + collection + "/" + row.id(),
                row.at(),
                shown(row.facts()));
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        facts.forEach((name, fact) -> shown.put(name, fact instanceof Duration duration ? text(duration) : fact));
        return shown;
    }

    /** Durations are told in ISO 8601. */
    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
