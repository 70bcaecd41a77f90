package org.bihuan.demo;

/** The command line cannot be understood; the message says why. */
final class UsageError extends RuntimeException {
    UsageError(String message) {
        super(message);
    }
}
