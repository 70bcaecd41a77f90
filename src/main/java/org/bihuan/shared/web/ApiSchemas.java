package org.bihuan.shared.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Makes the schemas say what may be null or left out, and names those that clients meet. */
final class ApiSchemas {
    private static final String NOT_BLANK = "\\S";
    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;
    private final ApiRecords records;
    private final ApiSchemaPlaces places;

    ApiSchemas(OpenAPI document, ApiRecords records) {
        this.document = document;
        this.records = records;
        this.places = new ApiSchemaPlaces(document);
    }

    void tell(List<ApiOperation> operations) {
        nameLists();
        describeDrafts();
        places.visit(this::spellOutScalar);
        places.visit(ApiSchemas::anchorPattern);
        Set<String> asked = places.reachableFrom(operations.stream()
                .flatMap(operation -> operation.requestBodies().stream())
                .map(MediaType::getSchema));
        for (String name : List.copyOf(schemas().keySet())) {
            records.parts(name).ifPresent(parts -> sayWhatMayBeMissing(schema(name), parts, asked.contains(name)));
            if (asked.contains(name) && isObject(schema(name))) {
                schema(name).setAdditionalPropertiesSchema(nothing());
            }
        }
        operations.stream()
                .filter(operation -> operation.verb() == HttpMethod.PATCH)
                .flatMap(operation -> operation.requestBodies().stream())
                .distinct() // the media types of a request share what they take
                .forEach(body -> body.setSchema(patchOf(body.getSchema())));
    }

    private Map<String, Schema> schemas() {
        return document.getComponents().getSchemas();
    }

    private Schema schema(String name) {
        Schema schema = schemas().get(name);
        if (schema == null) {
            throw new IllegalStateException("No schema " + name);
        }
        return schema;
    }

    static @Nullable String nameOf(@Nullable Schema schema) {
        String ref = schema == null ? null : schema.getRef();
        return ref == null ? null : ref.substring(PREFIX.length());
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }

    /** A list is named after its items, and its items stand on every page of it. */
    private void nameLists() {
        Map<String, String> names = new LinkedHashMap<>();
        schemas().forEach((name, schema) -> {
            if (name.startsWith("Listing")) {
                Schema items = schema.getProperties().get("items");
                names.put(name, (items == null ? name : nameOf(items.getItems())) + "List");
            }
        });
        places.visit(schema -> {
            String name = names.get(String.valueOf(nameOf(schema)));
            if (name != null) {
                schema.setRef(PREFIX + name);
            }
        });
        names.forEach((before, after) -> {
            Schema list = schema(before).description("One page of a list");
            list.setRequired(List.of("items", "nextCursor"));
            Stream.ofNullable(list.getProperties().get("nextCursor")).forEach(ApiSchemas::addNull);
            document.getComponents().removeSchema(before);
            document.getComponents().addSchema(after, list);
        });
    }

    /** What is read as a draft is to clients just what it holds. */
    private void describeDrafts() {
        places.visit(schema -> {
            String name = nameOf(schema);
            if (name != null && name.startsWith("Draft")) {
                Schema held = schema(name).getProperties().get("value");
                schema.setRef(Objects.requireNonNull(held).getRef());
            }
        });
    }

    /** Ids, instants and days are texts with a format; nobody needs to look that up. */
    private void spellOutScalar(Schema schema) {
        String name = nameOf(schema);
        Schema target = name == null ? null : schema(name);
        if (target != null && target.getEnumeration() == null && isText(target)) {
            schema.setRef(null);
            schema.setType(new ArrayList<>(target.getType()));
            schema.setFormat(target.getFormat());
        }
    }

    /** Bean validation means the whole text, JSON Schema a part of it. */
    private static void anchorPattern(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
    }

    private static boolean isText(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.STRING);
    }

    private static boolean isObject(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.OBJECT);
    }

    /** Requests may leave out whatever may be null; answers say null, but for what they leave out. */
    private static void sayWhatMayBeMissing(Schema schema, List<ApiRecords.Part> parts, boolean asked) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        schema.setRequired(parts.stream()
                .filter(part -> asked ? !part.nullable() : !part.leftOut())
                .map(ApiRecords.Part::name)
                .filter(properties::containsKey)
                .collect(Collectors.toList()));
        for (ApiRecords.Part part : parts) {
            Schema property = properties.get(part.name());
            if (property != null && part.nullable() && (asked || !part.leftOut())) {
                schema.addProperty(part.name(), orNull(property));
            }
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            return addNull(schema);
        }
        Schema either = OASFactory.createSchema()
                .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        return schema.getDescription() == null ? either : either.description(schema.getDescription());
    }

    private static Schema addNull(Schema schema) {
        List<SchemaType> types = new ArrayList<>(schema.getType());
        types.add(SchemaType.NULL);
        schema.setType(types);
        return schema;
    }

    /** All of it may be left out, down to the parts of its parts; lists are replaced as a whole (RFC 7396). */
    private Schema patchOf(Schema details) {
        String name = String.valueOf(nameOf(details));
        String patch = name.replaceFirst("^New", "").replaceFirst("Details$", "") + "Patch";
        if (!schemas().containsKey(patch)) {
            document.getComponents()
                    .addSchema(
                            patch,
                            partial(schema(name))
                                    .description("A JSON merge patch (RFC 7396): what is left out stays as it is"));
        }
        return reference(patch);
    }

    private Schema partial(Schema whole) {
        Schema partial = OASFactory.createSchema().addType(SchemaType.OBJECT).additionalPropertiesSchema(nothing());
        whole.getProperties().forEach((name, property) -> partial.addProperty(name, partialProperty(property)));
        return partial;
    }

    /** Unknown fields are refused. */
    private static Schema nothing() {
        return OASFactory.createSchema().booleanSchema(false);
    }

    private Schema partialProperty(Schema property) {
        Schema target = objectBehind(property);
        if (target == null) {
            return property;
        }
        Schema partial = partial(target);
        return property.getAnyOf() == null ? partial : addNull(partial);
    }

    private @Nullable Schema objectBehind(Schema property) {
        return Stream.concat(
                        Stream.of(property),
                        Stream.ofNullable(property.getAnyOf()).flatMap(List::stream))
                .map(ApiSchemas::nameOf)
                .flatMap(Stream::ofNullable)
                .map(this::schema)
                .filter(ApiSchemas::isObject)
                .findFirst()
                .orElse(null);
    }

    /** Takes out what no operation leads to. */
    void forgetUnused() {
        Set<String> used = places.reachableFromOperations();
        for (String name : List.copyOf(schemas().keySet())) {
            if (!used.contains(name)) {
                document.getComponents().removeSchema(name);
            }
        }
    }
}
