package org.bihuan.workorder.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where an archive is not what was written.
 *
 * @param order its number, or its id where it has gone; null where a seal is meant
 * @param seq the line, or the number of the seal
 */
public record BrokenLink(@Nullable String order, int seq, String what) {
    @Override
    public String toString() {
        return order == null ? "Seal " + seq + ": " + what : "Work order " + order + ", line " + seq + ": " + what;
    }
}
