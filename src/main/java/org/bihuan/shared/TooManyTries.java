package org.bihuan.shared;

import java.time.Duration;

/** Slowed down; may be tried again after the given time. */
public final class TooManyTries extends DomainException {
    private final Duration retryAfter;

    public TooManyTries(Duration retryAfter) {
        super("TOO_MANY_TRIES");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
