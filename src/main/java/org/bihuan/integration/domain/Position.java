package org.bihuan.integration.domain;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * A place in the log of events: all events up to and including it have been told.
 *
 * @param xact the transaction, or for a place between two events the oldest one that was still going on
 * @param id of the event in it; 0 for before all of them
 */
record Position(long xact, long id) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::xact).thenComparingLong(Position::id);

    /** Everything before a transaction, nothing of it. */
    static Position before(long xact) {
        return new Position(xact, 0);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** As clients get it, in {@code id:} and {@code Last-Event-ID}. */
    String text() {
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES).putLong(xact).putLong(id).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty for what is no position of ours. */
    static Optional<Position> parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            Position position = new Position(bytes.getLong(), bytes.getLong());
            boolean ours = !bytes.hasRemaining() && position.xact > 0 && position.id >= 0;
            return ours ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }
}
