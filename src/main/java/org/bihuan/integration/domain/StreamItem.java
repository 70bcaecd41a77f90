package org.bihuan.integration.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a stream says next.
 *
 * @param id where to go on from; null when that has not changed
 * @param event its type; null for a heartbeat
 * @param data JSON; null for a heartbeat
 */
public record StreamItem(
        @Nullable String id,
        @Nullable String event,
        @Nullable String data) {
    static StreamItem of(EventReader.Told event) {
        return new StreamItem(event.position().text(), event.type(), event.data());
    }

    /** Nothing is missing up to here, and what happens from now on follows at once. */
    static StreamItem ready(Position position) {
        return new StreamItem(position.text(), "ready", "{}");
    }

    /** What has happened in between is not known any more: read everything anew. */
    static StreamItem reset(Position position) {
        return new StreamItem(position.text(), "reset", "{}");
    }

    static StreamItem heartbeat(@Nullable Position position) {
        return new StreamItem(position == null ? null : position.text(), null, null);
    }
}
