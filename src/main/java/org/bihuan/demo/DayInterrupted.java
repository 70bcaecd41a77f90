package org.bihuan.demo;

import org.bihuan.demo.DayScript.Entry;

/** The day could not be played to its end; the message says at which entry and why. */
final class DayInterrupted extends RuntimeException {
    DayInterrupted(Entry entry, RuntimeException cause) {
        super(
                "The entry of %s (%s, %s, path %s) went wrong: %s"
                        .formatted(entry.time(), entry.kind(), entry.categoryCode(), entry.path(), cause.getMessage()),
                cause);
    }
}
