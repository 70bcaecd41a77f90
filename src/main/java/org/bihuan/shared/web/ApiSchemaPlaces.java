package org.bihuan.shared.web;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Every place of a document where a schema stands. */
final class ApiSchemaPlaces {
    private final OpenAPI document;

    ApiSchemaPlaces(OpenAPI document) {
        this.document = document;
    }

    /** Each schema once. */
    void visit(Consumer<Schema> visitor) {
        Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Schema> open =
                new ArrayDeque<>(document.getComponents().getSchemas().values());
        ofOperations().forEach(open::add);
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            if (seen.add(schema)) {
                children(schema).forEach(open::add);
                visitor.accept(schema);
            }
        }
    }

    /** The names of all schemas that these lead to. */
    Set<String> reachableFrom(Stream<Schema> roots) {
        Set<String> names = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(roots.toList());
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            String name = ApiSchemas.nameOf(schema);
            if (name != null && names.add(name)) {
                Stream.ofNullable(document.getComponents().getSchemas().get(name))
                        .forEach(open::add);
            }
            children(schema).forEach(open::add);
        }
        return names;
    }

    Set<String> reachableFromOperations() {
        Stream<Schema> shared = Stream.ofNullable(document.getComponents().getResponses())
                .flatMap(answers -> answers.values().stream())
                .flatMap(answer -> ofContent(answer.getContent()));
        return reachableFrom(Stream.concat(ofOperations(), shared));
    }

    private Stream<Schema> ofOperations() {
        return document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(ApiSchemaPlaces::ofOperation);
    }

    private static Stream<Schema> ofOperation(Operation operation) {
        Stream<Schema> asked =
                Stream.ofNullable(operation.getRequestBody()).flatMap(body -> ofContent(body.getContent()));
        Stream<Schema> parameters = Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .map(Parameter::getSchema)
                .flatMap(Stream::ofNullable);
        Stream<Schema> answered = operation.getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> ofContent(answer.getContent()));
        return Stream.of(asked, parameters, answered).flatMap(schemas -> schemas);
    }

    private static Stream<Schema> ofContent(@Nullable Content content) {
        return Stream.ofNullable(content)
                .map(Content::getMediaTypes)
                .flatMap(Stream::ofNullable)
                .flatMap(types -> types.values().stream())
                .map(MediaType::getSchema)
                .flatMap(Stream::ofNullable);
    }

    private static Stream<Schema> children(Schema schema) {
        Stream<Schema> properties = Stream.ofNullable(schema.getProperties()).flatMap(parts -> parts.values().stream());
        Stream<Schema> choices = Stream.of(
                        Stream.ofNullable(schema.getAnyOf()),
                        Stream.ofNullable(schema.getAllOf()),
                        Stream.ofNullable(schema.getOneOf()))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
        Stream<Schema> others = Stream.concat(
                Stream.ofNullable(schema.getItems()), Stream.ofNullable(schema.getAdditionalPropertiesSchema()));
        return Stream.of(properties, choices, others).flatMap(schemas -> schemas);
    }
}
