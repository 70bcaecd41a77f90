package org.bihuan.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what clients send: nothing unknown, nothing twice, no silent conversion, and every error of a document at once.
 * Bean validation is part of reading, so no resource can forget it.
 */
@ApplicationScoped
public class StrictJson {
    /** In bytes. No document of ours comes near it; of a larger one the rest is not even read. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** A document with more values than this that make Jackson give up is told about these only. */
    private static final int MOST_UNREADABLE_VALUES = 50;

    private static final List<JsonNode> SUBSTITUTES =
            List.of(NullNode.getInstance(), IntNode.valueOf(0), BooleanNode.FALSE);

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
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /**
     * Reads a document; as a {@link Draft} where that is asked for.
     *
     * @throws InvalidInput with all that is wrong; for a draft only when it is malformed
     */
    public Object read(InputStream body, Type type) throws IOException {
        JavaType wanted = mapper.constructType(type);
        return wanted.hasRawClass(Draft.class)
                ? draft(body, wanted.containedType(0))
                : draft(body, wanted).valid();
    }

    private Draft<Object> draft(InputStream body, JavaType wanted) throws IOException {
        byte[] bytes = bytesOf(body);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw InvalidInput.malformed("", "NOT_UTF_8");
        }
        ErrorCollector errors = new ErrorCollector();
        try (JsonParser parser = mapper.createParser(bytes)) {
            Object value = read(parser, wanted, errors);
            if (parser.nextToken() != null) {
                throw InvalidInput.malformed("", "NOT_JSON", position(parser.currentTokenLocation()));
            }
            return checked(value, errors);
        } catch (Unreadable e) {
            return readPastErrors(mapper.readTree(bytes), wanted, errors, e.pointer);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private static byte[] bytesOf(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw InvalidInput.malformed("", "BODY_CUT_SHORT");
        }
    }

    /**
     * Applies a JSON merge patch (RFC 7396) to a record and validates the outcome as a whole.
     *
     * @throws InvalidInput with all that is wrong with the outcome
     */
    public <T> T patch(T present, JsonNode patch, Class<T> type) {
        return draft(present, patch, type).valid();
    }

    /**
     * As {@link #patch}, for whoever looks up what the outcome names before anything is refused.
     *
     * @throws InvalidInput when the outcome is malformed
     */
    public <T> Draft<T> draft(T present, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw InvalidInput.malformed("", "NOT_AN_OBJECT");
        }
        JavaType wanted = mapper.constructType(type);
        try {
            JsonNode merged = new MergePatch(mapper).apply(mapper.valueToTree(present), patch, wanted);
            return readPastErrors(merged, wanted, new ErrorCollector(), null).as(type);
        } catch (JsonProcessingException e) {
            throw notJson(e);
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

    /** Where some errors make Jackson give up, puts something else in that place and reads once more, so that later errors are told too. */
    private Draft<Object> readPastErrors(
            JsonNode document, JavaType type, ErrorCollector errors, @Nullable String first) throws IOException {
        String wrong = first;
        Map<String, Integer> attempts = new HashMap<>();
        for (int tries = 0; tries < MOST_UNREADABLE_VALUES; tries++) {
            if (wrong != null
                    && !replace(document, JsonPointer.compile(wrong), attempts.merge(wrong, 1, Integer::sum))) {
                break;
            }
            try (JsonParser parser = mapper.treeAsTokens(document)) {
                return checked(read(parser, type, errors), errors);
            } catch (Unreadable e) {
                wrong = e.pointer;
            }
        }
        return checked(null, errors);
    }

    /** First with nothing; a primitive asks for more than that, so then with a number, then with a truth value. */
    private static boolean replace(JsonNode document, JsonPointer place, int attempt) {
        JsonPointer last = place.last();
        if (last == null || attempt > SUBSTITUTES.size()) {
            return false;
        }
        JsonNode substitute = SUBSTITUTES.get(attempt - 1);
        switch (document.at(place.head())) {
            case ObjectNode object -> object.set(last.getMatchingProperty(), substitute);
            case ArrayNode array
            when array.has(last.getMatchingIndex()) -> array.set(last.getMatchingIndex(), substitute);
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object read(JsonParser parser, JavaType type, ErrorCollector errors) throws IOException {
        try {
            return mapper.readerFor(type)
                    .withAttribute(ErrorCollector.class, errors)
                    .readValue(parser);
        } catch (InputCoercionException e) {
            throw new Unreadable(errors, ErrorCollector.pointer(parser), "WRONG_FORMAT");
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof InputCoercionException) {
                throw new Unreadable(errors, pointer(e), "WRONG_FORMAT");
            }
            if (e.getCause() instanceof JsonProcessingException unreadable) {
                throw unreadable;
            }
            throw new Unreadable(errors, pointer(e), "WRONG_TYPE");
        }
    }

    /** A value that cannot be what it should be. */
    private static final class Unreadable extends IOException {
        private final String pointer;

        Unreadable(ErrorCollector errors, String pointer, String code) {
            super(pointer);
            this.pointer = pointer;
            errors.addMalformed(pointer, code);
        }
    }

    private Draft<Object> checked(@Nullable Object value, ErrorCollector errors) {
        if (value == null) {
            errors.refuse();
            throw InvalidInput.malformed("", "NOT_AN_OBJECT");
        }
        validate(value, errors);
        errors.refuseMalformed();
        return new Draft<>(value, errors.all());
    }

    private static InvalidInput notJson(JsonProcessingException e) {
        return e instanceof StreamConstraintsException
                ? InvalidInput.malformed("", "BEYOND_LIMITS")
                : InvalidInput.malformed("", "NOT_JSON", position(e.getLocation()));
    }

    private void validate(Object value, ErrorCollector errors) {
        if (value instanceof JsonNode) {
            return;
        }
        validator.validate(value).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .map(StrictJson::violation)
                .forEach(errors::addUnlessExplained);
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
        return new FieldError(pointer.toString(), Constraints.code(violation), Constraints.arguments(violation));
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null ? "?" : location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    public JsonNode tree(Object record) {
        return mapper.valueToTree(record);
    }

    /** As maps, lists, texts and numbers. */
    public Object plain(JsonNode node) {
        return mapper.convertValue(node, Object.class);
    }
}
