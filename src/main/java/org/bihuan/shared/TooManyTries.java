package org.bihuan.shared;

import java.time.Duration;

/** Slowed down; may be tried again after the given time. */
public final class TooManyTries extends DomainException {
    private final Duration retryAfter;

    public TooManyTries(Duration retryAfter) {
        this("TOO_MANY_TRIES", retryAfter);
    }

    public TooManyTries(String rule, Duration retryAfter) {
        super(rule);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
