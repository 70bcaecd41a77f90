package org.bihuan.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the errors of one document; at each place only the first is told, because the others follow from it. */
final class ErrorCollector {
    private final Map<String, FieldError> errors = new LinkedHashMap<>();
    private boolean malformed;

    static @Nullable ErrorCollector of(DeserializationContext context) {
        return (ErrorCollector) context.getAttribute(ErrorCollector.class);
    }

    static void add(DeserializationContext context, FieldError error) throws IOException {
        ErrorCollector collector = of(context);
        if (collector == null) {
            throw context.weirdStringException("", String.class, error.code());
        }
        collector.add(error);
    }

    void add(FieldError error) {
        errors.putIfAbsent(error.pointer(), error);
    }

    /** Unless something at that place or inside it is wrong already. */
    void addUnlessExplained(FieldError error) {
        if (errors.keySet().stream().noneMatch(pointer -> pointer.startsWith(error.pointer() + "/"))) {
            add(error);
        }
    }

    void addMalformed(String pointer, String code, Object... arguments) {
        malformed = true;
        add(new FieldError(pointer, code, arguments));
    }

    /** @throws InvalidInput when there is an error */
    void refuse() {
        if (errors.isEmpty()) {
            return;
        }
        throw malformed ? InvalidInput.malformed(all()) : InvalidInput.invalid(all());
    }

    /** @throws InvalidInput when something could not be understood */
    void refuseMalformed() {
        if (malformed) {
            refuse();
        }
    }

    List<FieldError> all() {
        return List.copyOf(errors.values());
    }

    /** Notes what Jackson stumbles over and lets it go on with nothing in that place. */
    static final class Handler extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            // Of an object or an array the parser is inside already; of a scalar it is still beside it.
            JsonStreamContext place = parser.currentToken().isStructStart()
                    ? parser.getParsingContext().getParent()
                    : parser.getParsingContext();
            collector(context).addMalformed(place.pathAsPointer().toString(), "UNKNOWN_FIELD", name);
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context,
                JavaType target,
                JsonToken token,
                JsonParser parser,
                @Nullable String failure)
                throws IOException {
            return wrongType(context, parser);
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String failure) throws IOException {
            String pointer = pointer(context.getParser());
            if (target.isEnum()) {
                collector(context).add(new FieldError(pointer, "NOT_ONE_OF", Constraints.choices(target)));
            } else if (Number.class.isAssignableFrom(target) || target == Boolean.class || target.isPrimitive()) {
                collector(context).addMalformed(pointer, "WRONG_TYPE");
            } else {
                collector(context).add(new FieldError(pointer, "WRONG_FORMAT"));
            }
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String failure) throws IOException {
            return wrongType(context, context.getParser());
        }

        @Override
        public @Nullable Object handleInstantiationProblem(
                DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable problem)
                throws IOException {
            collector(context).add(new FieldError(pointer(context.getParser()), "WRONG_FORMAT"));
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                com.fasterxml.jackson.databind.deser.ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            return wrongType(context, parser);
        }

        private static @Nullable Object wrongType(DeserializationContext context, JsonParser parser)
                throws IOException {
            collector(context).addMalformed(pointer(parser), "WRONG_TYPE");
            parser.skipChildren();
            return null;
        }

        private static ErrorCollector collector(DeserializationContext context) {
            ErrorCollector collector = of(context);
            return collector == null ? new ErrorCollector() : collector;
        }
    }

    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
