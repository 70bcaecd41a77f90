package org.bihuan.shared.web;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The query parameters that an operation or the bean of a list knows. */
record QueryParameters(Map<String, Known> known) {
    private static final int LONGEST = 1000;

    /**
     * What is known of one parameter.
     *
     * @param type of each of its values
     */
    record Known(Class<?> type, boolean repeatable, long least) {
        static Known of(AnnotatedElement declared, Class<?> type, Type generic) {
            Min min = declared.getAnnotation(Min.class);
            boolean list = List.class.isAssignableFrom(type) && generic instanceof ParameterizedType;
            Class<?> element = list ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0] : type;
            return new Known(element, list, min == null ? Long.MIN_VALUE : min.value());
        }
    }

    static QueryParameters of(Method operation) {
        Map<String, Known> types = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                types.put(query.value(), Known.of(parameter, parameter.getType(), parameter.getParameterizedType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), types);
            }
        }
        return new QueryParameters(types);
    }

    static QueryParameters of(Class<?> bean) {
        Map<String, Known> types = new HashMap<>();
        addFields(bean, types);
        return new QueryParameters(types);
    }

    private static void addFields(Class<?> bean, Map<String, Known> types) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    types.put(query.value(), Known.of(field, field.getType(), field.getGenericType()));
                }
            }
        }
    }

    /** Everything that is unknown or cannot be read. */
    List<FieldError> errors(Map<String, List<String>> given) {
        List<FieldError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            FieldError error = error(name, values, known.get(name));
            if (error != null) {
                errors.add(error);
            }
        });
        return errors;
    }

    private static @Nullable FieldError error(String name, List<String> values, @Nullable Known parameter) {
        String pointer = "?" + name;
        if (parameter == null) {
            return new FieldError(pointer, "UNKNOWN_PARAMETER");
        }
        if (values.size() > 1 && !parameter.repeatable()) {
            return new FieldError(pointer, "GIVEN_TWICE");
        }
        for (String value : values) {
            if (value.codePointCount(0, value.length()) > LONGEST) {
                return new FieldError(pointer, "WRONG_LENGTH", 0, LONGEST);
            }
            if (!Texts.isPlain(value)) {
                return new FieldError(pointer, "CONTROL_CHARACTER");
            }
            Object parsed = QueryValues.parse(parameter.type(), value);
            if (parsed == null) {
                return parameter.type().isEnum()
                        ? new FieldError(pointer, "NOT_ONE_OF", choices(parameter.type()))
                        : new FieldError(pointer, "WRONG_FORMAT");
            }
            if (parsed instanceof Integer number && number < parameter.least()) {
                return new FieldError(pointer, "TOO_SMALL", parameter.least());
            }
        }
        return null;
    }

    private static String choices(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
