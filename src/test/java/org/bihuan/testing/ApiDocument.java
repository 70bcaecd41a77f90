package org.bihuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;

/** The OpenAPI document as it is served, with what is needed to hold answers against it. */
public final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "urn:bihuan:api";
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        String strict = strict(root.deepCopy()).toString();
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(HERE, strict))));
    }

    public static ApiDocument served() {
        return new ApiDocument(
                Api.nobody().get("/q/openapi?format=json").require(200).body());
    }

    /** What the document does not name is not there: so that no field goes undescribed. */
    private static JsonNode strict(JsonNode node) {
        node.forEach(ApiDocument::strict);
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        return node;
    }

    public JsonNode root() {
        return root;
    }

    /** One operation of the document. */
    public record Operation(String path, String method, JsonNode node) {
        public String id() {
            return node.path("operationId").asText();
        }

        /** The path below the base. */
        public String shortPath() {
            return path.substring("/api/v1".length());
        }

        public List<String> roles() {
            return texts(node.path("x-roles"));
        }

        public boolean isPublic() {
            return roles().isEmpty();
        }

        public boolean hasBody() {
            return node.has("requestBody");
        }

        /** Names, as of reports, are the same for everybody. */
        public boolean hasIdInPath() {
            return path.contains("{") && !path.contains("{name}");
        }

        public TreeSet<String> statuses() {
            TreeSet<String> statuses = new TreeSet<>();
            node.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        public boolean takesIfMatch() {
            return elements(node.path("parameters"))
                    .anyMatch(parameter -> parameter.path("name").asText().equals("If-Match"));
        }

        public List<String> queryParameters() {
            return elements(node.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                path.getKey(), operation.getKey().toUpperCase(Locale.ROOT), operation.getValue()))));
        return operations;
    }

    /** Itself, or what it refers to. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The example of a media type, missing when there is none. */
    public JsonNode example(JsonNode mediaType) {
        JsonNode named = mediaType.path("examples");
        return named.isEmpty()
                ? mediaType.path("example")
                : resolve(named.iterator().next()).path("value");
    }

    /** What is wrong with a value by a schema of this document, none of whose fields may go unnamed. */
    public List<String> contradictions(JsonNode schema, JsonNode value) {
        String text = strict(schema.deepCopy()).toString().replace("\"#/", "\"" + HERE + "#/");
        return schemas.computeIfAbsent(text, node -> factory.getSchema(parse(node), CONFIG)).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** What an answer says that this document does not. */
    public List<String> contradictions(Operation operation, Answer answer) {
        JsonNode told = operation.node().path("responses").path(Integer.toString(answer.status()));
        if (told.isMissingNode()) {
            return List.of(operation + " does not tell of status " + answer.status());
        }
        List<String> wrong = new ArrayList<>();
        resolve(told).path("headers").fieldNames().forEachRemaining(header -> {
            if (!header.equals("Idempotency-Replayed") && answer.header(header).isEmpty()) {
                wrong.add("no header " + header);
            }
        });
        JsonNode content = resolve(told).path("content");
        if (content.isEmpty()) {
            return answer.raw().isEmpty() ? wrong : List.of("a body where none is told of");
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        if (!content.has(type)) {
            return List.of("media type " + type);
        }
        JsonNode body = type.endsWith("json") ? answer.body() : TextNode.valueOf(answer.raw());
        wrong.addAll(contradictions(content.path(type).path("schema"), body));
        return wrong;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }
}
