package org.bihuan.reporting.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.reporting.domain.ReportReader.Chosen;
import org.bihuan.reporting.domain.ReportReader.Scope;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.jspecify.annotations.Nullable;

/** Reports, and the rows behind their figures. It reads and never writes. */
@ApplicationScoped
public class ReportService {
    /** Nobody's community stands in for none, because SQL knows no empty list. */
    private static final List<UUID> NOWHERE = List.of(new UUID(0, 0));

    private final ReportReader reader;
    private final Estate estate;
    private final Paging paging;
    private final Clock clock;

    ReportService(ReportReader reader, Estate estate, Paging paging, Clock clock) {
        this.reader = reader;
        this.estate = estate;
        this.paging = paging;
        this.clock = clock;
    }

    /** All there are, in a fixed order. */
    public List<Report> list() {
        return Reports.ALL_OF_THEM;
    }

    /**
     * The figures of a report.
     *
     * @throws NotFound when there is no such report, or the community is not the caller's
     * @throws InvalidInput when the report cannot be had that way
     */
    @Transactional
    public <T> T run(Caller by, String name, ReportQuery query, Function<ReportResult, T> view) {
        ReportStatement statement = statement(name, query);
        Scope scope = scope(by, statement.report(), query);
        var counted = reader.figures(statement, scope);
        var before = scope.period() == null
                ? Map.<String, Map<String, Counted>>of()
                : reader.figures(statement, scope.before());
        return view.apply(result(statement, scope, counted, before));
    }

    private static ReportResult result(
            ReportStatement statement,
            Scope scope,
            Map<String, Map<String, Counted>> counted,
            Map<String, Map<String, Counted>> before) {
        Report report = statement.report();
        boolean comparable = report.hasPeriod() && !statement.groupBy().isTime();
        Set<String> keys = new LinkedHashSet<>(counted.keySet());
        if (comparable) {
            keys.addAll(before.keySet());
        }
        keys.remove("");
        Map<String, Counted> nothing = report.everyFigure()
                .collect(Collectors.toMap(
                        Figure::name, Counted::nothing, (one, other) -> one, LinkedHashMap<String, Counted>::new));
        List<ReportResult.Line> lines = keys.stream()
                .map(key -> new ReportResult.Line(
                        key, counted.getOrDefault(key, nothing), comparable ? before.getOrDefault(key, nothing) : null))
                .sorted(order(report, statement.groupBy()))
                .toList();
        ReportResult.Line total = new ReportResult.Line("", counted.getOrDefault("", nothing), before.get(""));
        return new ReportResult(
                report,
                scope.communities().stream().filter(id -> !NOWHERE.contains(id)).toList(),
                statement.groupBy(),
                scope.period(),
                scope.now(),
                total,
                lines);
    }

    /** What follows a clock or a calendar in its own order, else the largest group first. */
    private static Comparator<ReportResult.Line> order(Report report, GroupBy groupBy) {
        Comparator<ReportResult.Line> byKey = Comparator.comparing(ReportResult.Line::key);
        if (groupBy.isTime() || groupBy == GroupBy.HOUR || groupBy == GroupBy.AGE) {
            return byKey;
        }
        String first = report.figures().getFirst().name();
        return Comparator.comparingLong(
                        (ReportResult.Line line) -> size(line.counted().get(first)))
                .reversed()
                .thenComparing(byKey);
    }

    private static long size(@Nullable Counted counted) {
        if (counted == null) {
            return 0;
        }
        return counted.outOf() == null ? counted.count() : counted.outOf();
    }

    /**
     * The very rows behind a figure, the oldest first.
     *
     * @throws NotFound as for {@link #run}
     * @throws InvalidInput as for {@link #run}, and when the report has no such figure
     */
    @Transactional
    public <T> Listing<T> rows(
            Caller by, String name, RowsQuery query, PageQuery page, BiFunction<Report, ReportRow, T> view) {
        Chosen chosen = chosen(statement(name, query), query);
        Scope scope = scope(by, chosen.statement().report(), query);
        List<ReportRow> rows = reader.page(chosen, scope, paging.after(page), page.size() + 1);
        return paging.page(
                        page, rows, row -> List.of(row.at(), row.id(), row.part()), () -> reader.count(chosen, scope))
                .map(row -> view.apply(chosen.statement().report(), row));
    }

    /** All rows behind a figure, few at a time in memory; what is done with them is done within. */
    @Transactional
    public void stream(Caller by, String name, RowsQuery query, RowsUse use) {
        Chosen chosen = chosen(statement(name, query), query);
        Scope scope = scope(by, chosen.statement().report(), query);
        try (Stream<ReportRow> rows = reader.stream(chosen, scope)) {
            use.of(chosen.statement().report(), rows);
        }
    }

    /** What somebody does with all rows behind a figure. */
    public interface RowsUse {
        void of(Report report, Stream<ReportRow> rows);
    }

    private static Chosen chosen(ReportStatement statement, RowsQuery query) {
        Report report = statement.report();
        Figure figure = query.figure == null
                ? report.figures().getFirst()
                : report.figure(query.figure).orElseThrow(() -> unknownFigure(report));
        boolean outOf = query.outOf != null && query.outOf;
        String condition = ReportStatement.condition(figure, outOf);
        if (condition == null) {
            throw InvalidInput.malformed("?outOf", "NO_SHARE");
        }
        if (query.key != null && statement.groupBy() == GroupBy.NONE) {
            throw InvalidInput.malformed("?key", "KEY_WITHOUT_GROUPS");
        }
        return new Chosen(statement, condition, query.key);
    }

    private static InvalidInput unknownFigure(Report report) {
        return InvalidInput.malformed(
                "?figure", "NOT_ONE_OF", report.everyFigure().map(Figure::name).collect(Collectors.joining(", ")));
    }

    private static ReportStatement statement(String name, ReportQuery query) {
        Report report = Reports.named(name).orElseThrow(NotFound::new);
        ReportStatement statement = new ReportStatement(report, query.groupBy());
        if (!report.groupings().contains(query.groupBy())) {
            throw InvalidInput.malformed("?groupBy", "NOT_ONE_OF", statement.groupings());
        }
        if (!report.hasPeriod() && (query.from != null || query.to != null)) {
            throw InvalidInput.malformed(query.from == null ? "?to" : "?from", "NO_PERIOD");
        }
        return statement;
    }

    private Scope scope(Caller by, Report report, ReportQuery query) {
        Collection<UUID> communities = communities(by, query.communityId);
        Instant now = clock.instant();
        return new Scope(
                communities.isEmpty() ? NOWHERE : communities,
                report.hasPeriod() ? Period.of(query.from, query.to, zone(communities), now) : null,
                now);
    }

    private static Collection<UUID> communities(Caller by, @Nullable UUID wanted) {
        if (wanted == null) {
            return by.communities().stream().filter(by::manages).sorted().toList();
        }
        if (!by.manages(wanted)) {
            throw new NotFound();
        }
        return List.of(wanted);
    }

    /** A day begins at another instant where another time is kept, so one report has one time. */
    private ZoneId zone(Collection<UUID> communities) {
        Set<ZoneId> zones = communities.stream().map(estate::zone).collect(Collectors.toSet());
        if (zones.size() > 1) {
            throw InvalidInput.malformed("?communityId", "SEVERAL_TIME_ZONES");
        }
        return zones.stream().findFirst().orElse(ZoneOffset.UTC);
    }
}
