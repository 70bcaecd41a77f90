package org.bihuan.reporting.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bihuan.company.Caller;
import org.bihuan.reporting.domain.ReportTable.Heading;
import org.jspecify.annotations.Nullable;

/** Reports and the rows behind their figures as tables. */
@ApplicationScoped
public class ReportTables {
    private final ReportService reports;
    private final ReportWords words;

    ReportTables(ReportService reports, ReportWords words) {
        this.reports = reports;
        this.words = words;
    }

    /** All groups, and all together at the end; each figure beside that of the period before. Refuses like {@link ReportService#run}. */
    @Transactional
    public void figures(Caller by, String name, ReportQuery query, Consumer<ReportTable> use) {
        reports.run(by, name, query, result -> {
            use.accept(table(result));
            return result;
        });
    }

    private ReportTable table(ReportResult result) {
        Report report = result.report();
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("key", words.title(report)));
        for (Figure figure : report.everyFigure().toList()) {
            headings.addAll(headings(report, figure, "", ""));
            if (report.hasPeriod()) {
                headings.addAll(headings(report, figure, "previous.", words.previous() + " · "));
            }
        }
        Map<String, String> labels = words.labels(
                result.groupBy(),
                result.lines().stream().map(ReportResult.Line::key).toList());
        Stream<List<@Nullable Object>> lines =
                result.lines().stream().map(line -> line(report, line, labels.getOrDefault(line.key(), line.key())));
        Stream<List<@Nullable Object>> total = Stream.of(line(report, result.total(), words.total()));
        return new ReportTable(words.title(report), headings, Stream.concat(lines, total));
    }

    private List<Heading> headings(Report report, Figure figure, String prefix, String before) {
        String name = prefix + figure.name();
        String title = before
                + (report.figures().contains(figure)
                        ? words.figure(report, figure.name())
                        : words.exclusion(figure.name()));
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(name, title));
        if (figure.outOf() != null) {
            headings.add(new Heading(name + ".outOf", title + " · " + words.column("outOf")));
        }
        for (String more : figure.statistic().names()) {
            headings.add(new Heading(name + "." + more, title + " · " + words.column(more)));
        }
        return headings;
    }

    private static List<@Nullable Object> line(Report report, ReportResult.Line line, String label) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(label);
        for (Figure figure : report.everyFigure().toList()) {
            values.addAll(values(figure, line.counted().get(figure.name())));
            if (report.hasPeriod()) {
                Map<String, Counted> previous = line.previous();
                values.addAll(values(figure, previous == null ? null : previous.get(figure.name())));
            }
        }
        return values;
    }

    private static List<@Nullable Object> values(Figure figure, @Nullable Counted counted) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(counted == null ? null : counted.count());
        if (figure.outOf() != null) {
            values.add(counted == null ? null : counted.outOf());
        }
        values.addAll(figure.statistic().of(counted));
        return values;
    }

    /** The rows behind one figure, however many. Refuses like {@link ReportService#rows}. */
    @Transactional
    public void rows(Caller by, String name, RowsQuery query, Consumer<ReportTable> use) {
        reports.stream(by, name, query, (report, rows) -> {
            List<Heading> headings = new ArrayList<>();
            headings.add(new Heading("number", words.column("number")));
            headings.add(new Heading("at", words.column("at")));
            report.columns().forEach(column -> headings.add(new Heading(column.name(), words.column(column.name()))));
            use.accept(new ReportTable(words.title(report), headings, rows.map(ReportTables::line)));
        });
    }

    private static List<@Nullable Object> line(ReportRow row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.number());
        values.add(row.at());
        values.addAll(row.facts().values());
        return values;
    }
}
