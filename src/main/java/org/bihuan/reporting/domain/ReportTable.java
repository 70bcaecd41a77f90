package org.bihuan.reporting.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table, for whoever writes it into a file.
 *
 * @param title in the caller's language
 * @param lines each with one value for each heading: a text, a number, an {@code Instant}, a {@code Duration}, a list of texts, or
 *     null. To be read once, and within the call that it is given in
 */
public record ReportTable(String title, List<Heading> headings, Stream<List<@Nullable Object>> lines) {
    /** @param title in the caller's language */
    public record Heading(String name, String title) {}
}
