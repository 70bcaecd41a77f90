package org.bihuan.shared;

import java.util.UUID;

/**
 * Tells whether the caller may see the thing a path points at. Asked only when a request is refused for its form, so that
 * a refusal never tells apart what is invisible from what does not exist.
 */
public interface VisibleTarget {
    /** The collection's path below the base, e.g. {@code work-orders}. */
    String collection();

    boolean isVisible(UUID id);
}
