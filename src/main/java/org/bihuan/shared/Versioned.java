package org.bihuan.shared;

import java.time.Instant;

/** An answer that shows one resource; its version becomes the {@code ETag}. */
public interface Versioned {
    long version();

    /**
     * Whether every answer since this version began has read as this one does. Who shows more than the version counts, such as
     * a deadline that has passed or another resource, says here when that may have moved; then nobody is told that nothing has
     * changed.
     *
     * @param now when this answer was made
     */
    default boolean hasReadTheSame(Instant now) {
        return true;
    }
}
