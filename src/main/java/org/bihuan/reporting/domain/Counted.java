package org.bihuan.reporting.domain;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a figure came to.
 *
 * @param count how many rows are behind it
 * @param outOf of how many; null where it is no share
 * @param mean of the rows; null where none is told of, or there is no row
 * @param percentiles likewise
 * @param sum likewise
 */
public record Counted(
        long count,
        @Nullable Long outOf,
        @Nullable BigDecimal mean,
        @Nullable Percentiles percentiles,
        @Nullable Duration sum) {
    /** By nearest rank: real durations that occurred, so many per cent took no longer. */
    public record Percentiles(Duration p50, Duration p90, Duration p95) {}

    static Counted nothing(Figure figure) {
        return new Counted(0, figure.outOf() == null ? null : 0L, null, null, null);
    }
}
