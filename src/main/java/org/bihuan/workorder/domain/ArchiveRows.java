package org.bihuan.workorder.domain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that are fetched some at a time, however many there are, with a look at the next one. */
final class ArchiveRows<T> implements AutoCloseable {
    /** Enough that the way to the database costs little, few enough that a few of these need no memory to speak of. */
    private static final int AT_A_TIME = 2000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Reading<T> reading;
    private final Function<T, UUID> orderOf;
    private @Nullable T next;

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param sql with the company as its only parameter, by order and seq; the connection must be in a transaction */
    ArchiveRows(Connection database, String sql, UUID company, Reading<T> reading, Function<T, UUID> orderOf)
            throws SQLException {
        this.reading = reading;
        this.orderOf = orderOf;
        statement = database.prepareStatement(sql);
        statement.setFetchSize(AT_A_TIME);
        statement.setObject(1, company);
        rows = statement.executeQuery();
        advance();
    }

    private void advance() throws SQLException {
        next = rows.next() ? reading.of(rows) : null;
    }

    /** Of which order the next row is; null at the end. */
    @Nullable
    UUID order() {
        return next == null ? null : orderOf.apply(next);
    }

    /** The next row if it is of this order; and then on to the one after it. */
    Optional<T> take(UUID order) throws SQLException {
        T row = next;
        if (row == null || !orderOf.apply(row).equals(order)) {
            return Optional.empty();
        }
        advance();
        return Optional.of(row);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
