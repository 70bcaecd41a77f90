package org.bihuan.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads what clients send: nothing unknown, nothing twice, no silent conversion, and every error of a document at once.
 * Bean validation is part of reading, so no resource can forget it.
 */
@ApplicationScoped
public class StrictJson {
    private final Validator validator;
    private final JsonMapper mapper;

    StrictJson(Validator validator) {
        this.validator = validator;
        this.mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(StrictScalars.module())
                .addHandler(new ErrorCollector.Handler())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /** @throws InvalidInput with all that is wrong */
    public Object read(InputStream body, Type type) throws IOException {
        byte[] bytes = body.readAllBytes();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw InvalidInput.malformed("", "NOT_UTF_8");
        }
        try (JsonParser parser = mapper.createParser(bytes)) {
            return read(parser, mapper.constructType(type));
        }
    }

    /**
     * Applies a JSON merge patch (RFC 7396) to a record and validates the outcome as a whole.
     *
     * @throws InvalidInput with all that is wrong with the outcome
     */
    public <T> T patch(T present, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw InvalidInput.malformed("", "NOT_AN_OBJECT");
        }
        JsonNode merged = merge(mapper.valueToTree(present), patch);
        try (JsonParser parser = mapper.treeAsTokens(merged)) {
            return type.cast(read(parser, mapper.constructType(type)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws InvalidInput when the record breaks its constraints */
    public <T> T valid(T record) {
        ErrorCollector errors = new ErrorCollector();
        validate(record, errors);
        errors.refuse();
        return record;
    }

    private Object read(JsonParser parser, JavaType type) throws IOException {
        ErrorCollector errors = new ErrorCollector();
        Object value = null;
        try {
            value = mapper.readerFor(type)
                    .withAttribute(ErrorCollector.class, errors)
                    .readValue(parser);
        } catch (StreamReadException e) {
            throw InvalidInput.malformed("", "NOT_JSON", position(e));
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamReadException) {
                throw InvalidInput.malformed("", "NOT_JSON", position(e));
            }
            errors.addMalformed(pointer(e), "WRONG_TYPE");
        }
        if (value != null) {
            validate(value, errors);
        }
        errors.refuse();
        if (value == null) {
            throw InvalidInput.malformed("", "NOT_AN_OBJECT");
        }
        return value;
    }

    private void validate(Object value, ErrorCollector errors) {
        if (value instanceof JsonNode) {
            return;
        }
        validator.validate(value).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(violation -> errors.add(violation(violation)));
    }

    private static FieldError violation(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        // The message template of each of our constraints is the code of its rule, the arguments are its attributes.
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        return new FieldError(pointer.toString(), Constraints.code(violation), Constraints.arguments(attributes));
    }

    private static String position(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "?" : location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode present ? present : changes.objectNode();
        for (Map.Entry<String, JsonNode> change : List.copyOf(changes.properties())) {
            if (change.getValue() instanceof NullNode) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.path(change.getKey());
                result.set(change.getKey(), merge(before, change.getValue()));
            }
        }
        return result;
    }

    public JsonNode tree(Object record) {
        return mapper.valueToTree(record);
    }

    /** As maps, lists, texts and numbers. */
    public Object plain(JsonNode node) {
        return mapper.convertValue(node, Object.class);
    }
}
