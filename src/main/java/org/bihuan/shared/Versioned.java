package org.bihuan.shared;

/** An answer that shows one resource; its version becomes the {@code ETag}. */
public interface Versioned {
    long version();
}
