package org.bihuan.shared;

import java.util.List;
import java.util.UUID;

/** Gives words to things that were there before their {@link SearchTable} was. */
public interface SearchFiller {
    /** The table it fills. */
    String table();

    /**
     * Fills in the next of the present company, in the order of their ids, and keeps them from being changed meanwhile.
     *
     * @param after excluded
     * @param last included
     * @return their ids; fewer than {@code rows} when there are no more
     */
    List<UUID> fill(UUID after, UUID last, int rows);
}
