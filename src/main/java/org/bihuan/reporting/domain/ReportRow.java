package org.bihuan.reporting.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the rows behind a figure.
 *
 * @param part tells rows of the same thing apart: its round, its clock
 * @param number of the work order; null for what has none
 * @param facts what it was counted for, by the names of the report's columns; what is not known is null
 */
public record ReportRow(
        UUID id, String part, @Nullable String number, Instant at, Map<String, @Nullable Object> facts) {
    public ReportRow {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
