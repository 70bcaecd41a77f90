package org.bihuan.demo;

import java.time.Duration;

/** Waits before a request is tried again. */
@FunctionalInterface
interface Pause {
    /** Really waits; an interrupt ends it with an {@link ApiUnusable}. */
    Pause REAL = length -> {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiUnusable("Interrupted while waiting for the server.", e);
        }
    };

    void of(Duration length);
}
