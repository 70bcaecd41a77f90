package org.bihuan.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.bihuan.demo.DayScript.Entry;
import org.jspecify.annotations.Nullable;

/** What people write and say about each matter of the day; the script gives only the bones. */
record DayWords(Map<LocalTime, Words> byTime) {

    /** The words to one entry; which of them are there depends on how the matter goes on. */
    record Words(
            @Nullable String internalNote,
            @Nullable String publicNote,
            @Nullable String declineReason,
            @Nullable String holdNote,
            @Nullable String resolution,
            @Nullable String cause,
            @Nullable Integer labourMinutes,
            @Nullable List<Material> materials,
            @Nullable String referTo,
            @Nullable String advice,
            @Nullable String cancelReason,
            @Nullable String comment,
            @Nullable String managerNote) {}

    /** What was used up. */
    record Material(String name, int quantity, String unit) {}

    static DayWords load() {
        try (InputStream stream = Json.resource("words-of-the-day.json")) {
            return new DayWords(Json.MAPPER.readValue(stream, new TypeReference<Map<LocalTime, Words>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Words of(Entry entry) {
        Words words = byTime.get(entry.time());
        if (words == null) {
            throw new IllegalStateException("nobody knows what to say about the entry of " + entry.time());
        }
        return words;
    }
}
