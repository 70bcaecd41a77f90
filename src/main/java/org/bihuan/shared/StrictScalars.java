package org.bihuan.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts, times and ids as the contract writes them, and in no other form. */
final class StrictScalars {
    /** Beyond this range nothing at a front desk happens, and PostgreSQL and other clients stop agreeing. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private StrictScalars() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class) // as sent, so that the same body stays the same
                .addDeserializer(String.class, new Scalar<>(String.class, "CONTROL_CHARACTER", StrictScalars::text))
                .addDeserializer(Instant.class, new Scalar<>(Instant.class, "NOT_AN_INSTANT", StrictScalars::instant))
                .addDeserializer(LocalDate.class, new Scalar<>(LocalDate.class, "NOT_A_DAY", StrictScalars::day))
                .addDeserializer(UUID.class, new Scalar<>(UUID.class, "NOT_AN_ID", StrictScalars::id));
    }

    static @Nullable String text(String text) {
        return Texts.isPlain(text) ? text : null;
    }

    /** Cut to what PostgreSQL keeps, so that what is answered now equals what is read later. */
    static @Nullable Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable UUID id(String text) {
        return Ids.parse(text).orElse(null);
    }

    private static final class Scalar<T> extends StdScalarDeserializer<T> {
        private final String code;
        private final transient Function<String, @Nullable T> parse;

        Scalar(Class<T> type, String code, Function<String, @Nullable T> parse) {
            super(type);
            this.code = code;
            this.parse = parse;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"
        }) // Jackson takes null for "nothing here"; the error is already noted
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            T value = parse.apply(parser.getText());
            if (value == null) {
                ErrorCollector.add(context, new FieldError(ErrorCollector.pointer(parser), code));
            }
            return value;
        }
    }
}
