package org.bihuan.reporting.domain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a report: how many rows meet a condition, out of how many, and what else is told of them. Conditions and
 * expressions are SQL over a row {@code g} of the report's basis.
 *
 * @param condition which rows count
 * @param outOf which rows they are a share of; null where there is nothing to be a share of
 * @param expression what the statistic is taken of
 */
record Figure(
        String name,
        String condition,
        @Nullable String outOf,
        Statistic statistic,
        @Nullable String expression) {
    /** What is told of the rows besides their number. */
    enum Statistic {
        COUNT,
        MEAN,
        /** Of seconds: half, nine of ten and nineteen of twenty took no longer. */
        PERCENTILES,
        /** Of seconds. */
        SUM;

        /** What its values are called. */
        List<String> names() {
            return switch (this) {
                case COUNT -> List.of();
                case MEAN -> List.of("mean");
                case PERCENTILES -> List.of("p50", "p90", "p95");
                case SUM -> List.of("sum");
            };
        }

        /** Its values, one for each name; null where there is none. */
        List<@Nullable Object> of(@Nullable Counted counted) {
            Counted.Percentiles found = counted == null ? null : counted.percentiles();
            return switch (this) {
                case COUNT -> List.of();
                case MEAN -> Arrays.asList(counted == null ? null : counted.mean());
                case PERCENTILES ->
                    found == null
                            ? Arrays.asList(null, null, null)
                            : Arrays.asList(found.p50(), found.p90(), found.p95());
                case SUM -> Arrays.asList(counted == null ? null : counted.sum());
            };
        }
    }

    static Figure count(String name, String condition) {
        return new Figure(name, condition, null, Statistic.COUNT, null);
    }

    static Figure share(String name, String condition, String outOf) {
        return new Figure(name, condition, outOf, Statistic.COUNT, null);
    }

    static Figure mean(String name, String condition, String expression) {
        return new Figure(name, condition, null, Statistic.MEAN, expression);
    }

    /** How long it took from one instant to another, of those rows that have both. */
    static Figure duration(String name, String from, String to) {
        return new Figure(
                name,
                "g." + from + " is not null and g." + to + " is not null",
                null,
                Statistic.PERCENTILES,
                seconds(from, to));
    }

    static Figure sum(String name, String condition, String seconds) {
        return new Figure(name, condition, null, Statistic.SUM, seconds);
    }

    static String seconds(String from, String to) {
        return "extract(epoch from g." + to + " - g." + from + ")";
    }
}
