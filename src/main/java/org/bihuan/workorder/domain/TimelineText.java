package org.bihuan.workorder.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a timeline line.
 *
 * @param visible whether the owner may read the note; they always see that a status changed, never why staff did it
 */
record TimelineText(@Nullable String reason, @Nullable String note, boolean visible, Map<String, Object> data) {
    static final TimelineText NONE = new TimelineText(null, null, false, Map.of());

    static TimelineText because(String reason) {
        return new TimelineText(reason, null, false, Map.of());
    }

    static TimelineText data(Map<String, Object> data) {
        return new TimelineText(null, null, false, data);
    }

    TimelineText with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new TimelineText(reason, note, visible, more);
    }
}
