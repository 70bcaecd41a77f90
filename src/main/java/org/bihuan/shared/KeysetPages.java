package org.bihuan.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end by the very query that shows its pages, so that what is taken home is what is seen.
 *
 * @param <E> what the query finds
 * @param <R> what is shown of it
 */
public final class KeysetPages<E, R> implements RowPages<R> {
    /** Large enough that the way to the database does not count, small enough that nobody notices it in memory. */
    private static final int ROWS = 1000;

    /** Fewer, so that something comes soon. */
    private static final int FIRST_ROWS = 100;

    private final Query<E> query;
    private final Function<E, List<?>> keysOf;
    private final Function<List<E>, List<R>> show;
    private Paging.@Nullable Position after;
    private boolean ended;

    /** Finds the rows that follow a position, or the first ones. */
    @FunctionalInterface
    public interface Query<E> {
        List<E> page(Paging.@Nullable Position after, int rows);
    }

    /**
     * @param keysOf the sort keys of a row, as for {@link Paging#page}
     * @param show what belongs to these rows, fetched once for all of them
     */
    public KeysetPages(Query<E> query, Function<E, List<?>> keysOf, Function<List<E>, List<R>> show) {
        this.query = query;
        this.keysOf = keysOf;
        this.show = show;
    }

    @Override
    public List<R> next() {
        int rows = after == null ? FIRST_ROWS : ROWS;
        List<E> found = ended ? List.of() : query.page(after, rows);
        ended = found.size() < rows;
        if (found.isEmpty()) {
            return List.of();
        }
        after = new Paging.Position(
                keysOf.apply(found.getLast()).stream().map(Object::toString).toList());
        return show.apply(found);
    }
}
