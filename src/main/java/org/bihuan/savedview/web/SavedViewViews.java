package org.bihuan.savedview.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.savedview.SavedList;
import org.bihuan.savedview.domain.SavedView;
import org.bihuan.savedview.domain.SavedViewService;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Saved views over the wire. */
final class SavedViewViews {
    private SavedViewViews() {}

    @Schema(name = "SavedView")
    record View(
            UUID id,
            UUID ownerId,
            String name,
            SavedList list,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class, description = "As it was given")
            Map<String, JsonNode> filter,

            @Nullable String sort,
            boolean shared,
            @Nullable UUID communityId,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(SavedView view) {
            return new View(
                    view.id(),
                    view.ownerId(),
                    view.name(),
                    view.list(),
                    view.filter(),
                    view.sort(),
                    view.isShared(),
                    view.communityId(),
                    view.createdAt(),
                    view.updatedAt(),
                    view.version());
        }
    }

    @Schema(name = "SavedViewQuery", description = "What to ask of the list now")
    record Query(
            SavedList list,

            @Schema(description = "Below the base of the API", examples = "/work-orders")
            String path,

            @Schema(description = "Behind the question mark; empty when nothing is filtered")
            String query) {
        static Query of(SavedViewService.Query wanted) {
            String query = wanted.parameters().entrySet().stream()
                    .flatMap(parameter -> pairs(parameter.getKey(), parameter.getValue()).stream())
                    .collect(Collectors.joining("&"));
            return new Query(wanted.list(), wanted.path(), query);
        }

        private static List<String> pairs(String name, List<String> values) {
            return values.stream()
                    .map(value -> name + "="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"))
                    .toList();
        }
    }
}
