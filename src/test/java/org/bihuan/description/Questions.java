package org.bihuan.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.ApiDocument.Operation;

/** What can be asked of an operation that reads: without any parameter, and with each of its parameters alone. */
final class Questions {
    /** Texts that find something, by the name of their parameter. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "phone", List.of("13800138000"),
            "number", List.of("1000015"),
            "code", List.of("3-2-1202"),
            "q", List.of("王芳", "漏水", "水", "wf", "3-2-1202", "13800138000", "8000", "1000015", "leak"),
            "sort", List.of("createdAt", "-createdAt", "updatedAt", "-updatedAt", "dueAt"));

    private final ApiDocument document;
    private final Map<String, String> ids;

    Questions(ApiDocument document, Map<String, String> ids) {
        this.document = document;
        this.ids = ids;
    }

    /** Query strings, each with its question mark; of lists for one row, so that there is a second page. */
    List<String> of(Operation operation) {
        List<String> queries = new ArrayList<>();
        String first = operation.queryParameters().contains("limit") ? "?limit=1&" : "?";
        queries.add(first);
        ApiDocument.elements(operation.node().path("parameters"))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> values(parameter)
                        .map(value -> first + parameter.path("name").asText() + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .forEach(queries::add));
        return queries;
    }

    private Stream<String> values(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode schema = document.resolve(parameter.path("schema"));
        JsonNode one = schema.has("items") ? document.resolve(schema.path("items")) : schema;
        if (one.has("enum")) {
            return ApiDocument.texts(one.path("enum")).stream();
        }
        if (ids.containsKey(name)) {
            return Stream.of(ids.get(name));
        }
        return switch (one.path("format").asText()) {
            case "date-time" -> Stream.of(day(name) + "T00:00:00Z");
            case "date" -> Stream.of(day(name).toString());
            default -> TEXTS.getOrDefault(name, List.of()).stream();
        };
    }

    /** The last three days, from either side. */
    private static LocalDate day(String name) {
        boolean end = name.endsWith("to") || name.endsWith("To") || name.endsWith("Before");
        return LocalDate.ofInstant(Instant.now().minus(end ? 0 : 3, ChronoUnit.DAYS), ZoneOffset.UTC);
    }
}
