package org.bihuan.shared.web;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** How values stand in paths and queries. */
@Provider
class QueryValues implements ParamConverterProvider {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,100}");
    private static final ParamConverter<String> STRIPPED = new Stripped();
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final Map<Class<?>, Function<String, @Nullable Object>> READERS = Map.of(
            String.class, String::strip,
            int.class, QueryValues::number,
            Integer.class, QueryValues::number,
            boolean.class, QueryValues::truth,
            Boolean.class, QueryValues::truth,
            Instant.class, QueryValues::instant,
            LocalDate.class, QueryValues::day,
            UUID.class, text -> Ids.parse(text).orElse(null));

    /** Null where the text is no value of the type. */
    static @Nullable Object parse(Class<?> type, String text) {
        if (type.isEnum()) {
            return constant(type, text);
        }
        Function<String, @Nullable Object> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException("No way to read a " + type);
        }
        return reader.apply(text);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == String.class) {
            return isQuery(annotations) ? (ParamConverter<T>) STRIPPED : null;
        }
        if (!(type.isEnum() || READERS.containsKey(type))) {
            return null;
        }
        return new ParamConverter<>() {
            @Override
            @SuppressWarnings("unchecked")
            public T fromString(String text) {
                Object value = parse(type, text);
                if (value == null) {
                    throw new NotFoundException(); // of queries the guard has checked every value; this stands in the
                    // path
                }
                return (T) value;
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }

    private static boolean isQuery(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(QueryParam.class::isInstance);
    }

    /** What people paste to find something often has spaces around it. */
    private static final class Stripped implements ParamConverter<String> {
        @Override
        public String fromString(String text) {
            return text.strip();
        }

        @Override
        public String toString(String text) {
            return text;
        }
    }

    private static @Nullable Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        return null;
    }

    /** What is too large for an int is as good as the largest one: no limit of ours is near it. */
    private static @Nullable Object number(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return null;
        }
        return new BigInteger(text).min(LARGEST).max(LARGEST.negate()).intValueExact();
    }

    private static @Nullable Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable Object instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return inRange(instant.atOffset(java.time.ZoneOffset.UTC).getYear()) ? instant : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Object day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return inRange(day.getYear()) ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean inRange(int year) {
        return year >= 1900 && year <= 2200;
    }
}
