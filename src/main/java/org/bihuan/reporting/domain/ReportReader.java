package org.bihuan.reporting.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.reporting.domain.Counted.Percentiles;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Paging;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Runs the SQL of reports. Only ever over the present company, and over the communities it is told. */
@ApplicationScoped
class ReportReader {
    private static final int NANOSECONDS = 9;
    private static final int FETCHED = 500;

    private final Session database;
    private final CurrentTenant tenant;

    ReportReader(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /**
     * Whose rows, of when, as they stand at which instant.
     *
     * @param period null for reports of this very moment
     */
    record Scope(Collection<UUID> communities, @Nullable Period period, Instant now) {
        Scope before() {
            return new Scope(communities, period == null ? null : period.before(), now);
        }
    }

    /**
     * Which of the rows.
     *
     * @param key of one group; null for all
     */
    record Chosen(
            ReportStatement statement,
            String condition,
            @Nullable String key) {}

    /** By the keys of the groups; all together under the empty one. */
    Map<String, Map<String, Counted>> figures(ReportStatement statement, Scope scope) {
        Map<String, Map<String, Counted>> counted = new LinkedHashMap<>();
        for (Tuple row : query(statement.figures(), scope).getResultList()) {
            boolean whole = row.get("whole", Number.class).intValue() == 1;
            counted.put(whole ? "" : row.get("key", String.class), counted(statement.report(), row));
        }
        return counted;
    }

    private static Map<String, Counted> counted(Report report, Tuple row) {
        Map<String, Counted> counted = new LinkedHashMap<>();
        List<Figure> figures = report.everyFigure().toList();
        for (int i = 0; i < figures.size(); i++) {
            counted.put(figures.get(i).name(), counted(figures.get(i), row, i));
        }
        return counted;
    }

    private static Counted counted(Figure figure, Tuple row, int i) {
        return new Counted(
                row.get("c" + i, Number.class).longValue(),
                figure.outOf() == null ? null : row.get("o" + i, Number.class).longValue(),
                figure.statistic() == Figure.Statistic.MEAN ? row.get("m" + i, BigDecimal.class) : null,
                figure.statistic() == Figure.Statistic.PERCENTILES ? percentiles(row, i) : null,
                figure.statistic() == Figure.Statistic.SUM ? duration(row.get("s" + i)) : null);
    }

    private static @Nullable Percentiles percentiles(Tuple row, int i) {
        List<@Nullable Duration> found = ReportStatement.PERCENTS.stream()
                .<@Nullable Duration>map(percent -> duration(row.get("p" + percent + "_" + i)))
                .toList();
        Duration half = found.get(0);
        Duration most = found.get(1);
        Duration nearlyAll = found.get(2);
        return half == null || most == null || nearlyAll == null ? null : new Percentiles(half, most, nearlyAll);
    }

    private static @Nullable Duration duration(@Nullable Object seconds) {
        return seconds == null
                ? null
                : Duration.ofNanos(new BigDecimal(seconds.toString())
                        .movePointRight(NANOSECONDS)
                        .longValue());
    }

    List<ReportRow> page(Chosen chosen, Scope scope, Paging.@Nullable Position after, int rows) {
        String sql = chosen.statement().rows(chosen.condition(), chosen.key() != null, after != null);
        NativeQuery<Tuple> query = query(sql, scope, chosen.key());
        if (after != null) {
            query.setParameter("afterAt", after.instant(0))
                    .setParameter("afterId", after.id(1))
                    .setParameter("afterPart", after.text(2));
        }
        return query.setMaxResults(rows).getResultList().stream()
                .map(row -> row(chosen.statement().report(), row))
                .toList();
    }

    /** All of them, few at a time in memory; to be closed within the transaction. */
    Stream<ReportRow> stream(Chosen chosen, Scope scope) {
        return query(chosen.statement().rows(chosen.condition(), chosen.key() != null, false), scope, chosen.key())
                .setFetchSize(FETCHED)
                .getResultStream()
                .map(row -> row(chosen.statement().report(), row));
    }

    long count(Chosen chosen, Scope scope) {
        String sql = chosen.statement().count(chosen.condition(), chosen.key() != null);
        return query(sql, scope, chosen.key())
                .getSingleResult()
                .get(0, Number.class)
                .longValue();
    }

    private static ReportRow row(Report report, Tuple row) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        List<Column> columns = report.columns();
        for (int i = 0; i < columns.size(); i++) {
            facts.put(columns.get(i).name(), fact(columns.get(i), row, "v" + i));
        }
        return new ReportRow(
                row.get("id", UUID.class),
                row.get("part", String.class),
                row.get("number", String.class),
                row.get("at", Instant.class),
                facts);
    }

    private static @Nullable Object fact(Column column, Tuple row, String alias) {
        return switch (column.type()) {
            case TEXT -> row.get(alias, String.class);
            case INSTANT -> row.get(alias, Instant.class);
            case NUMBER -> row.get(alias, Long.class);
            case DURATION -> duration(row.get(alias));
            case LIST -> {
                String joined = row.get(alias, String.class);
                yield joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
            }
        };
    }

    private NativeQuery<Tuple> query(String sql, Scope scope, @Nullable String key) {
        NativeQuery<Tuple> query = query(sql, scope);
        return key == null ? query : query.setParameter("key", key);
    }

    private NativeQuery<Tuple> query(String sql, Scope scope) {
        NativeQuery<Tuple> query = database.createNativeQuery(sql, Tuple.class)
                .setParameter("company", tenant.id())
                .setParameterList("communities", scope.communities());
        Period period = scope.period();
        if (period != null) {
            query.setParameter("from", period.begins()).setParameter("to", period.ends());
        }
        if (period != null && sql.contains(":zone")) {
            query.setParameter("zone", period.zone().getId());
        }
        if (sql.contains(":now")) {
            query.setParameter("now", scope.now());
        }
        return query;
    }
}
