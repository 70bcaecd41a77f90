package org.bihuan.shared.web;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Texts;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the operation does not know or cannot read, all at once. */
class QueryGuard {
    private static final int LONGEST = 1000;

    private final Map<Method, Map<String, Known>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Map<String, Known> types = known.computeIfAbsent(method, QueryGuard::parametersOf);
        List<FieldError> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            FieldError error = error(name, values, types.get(name));
            if (error != null) {
                errors.add(error);
            }
        });
        if (!errors.isEmpty()) {
            throw InvalidInput.malformed(errors);
        }
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

    private static Map<String, Known> parametersOf(Method method) {
        Map<String, Known> types = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                types.put(query.value(), Known.of(parameter, parameter.getType(), parameter.getParameterizedType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), types);
            }
        }
        return types;
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

    private static String choices(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** What an operation knows of one of its parameters. */
    private record Known(Class<?> type, boolean repeatable, long least) {
        static Known of(AnnotatedElement declared, Class<?> type, Type generic) {
            Min min = declared.getAnnotation(Min.class);
            boolean list = List.class.isAssignableFrom(type) && generic instanceof ParameterizedType;
            Class<?> element = list ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0] : type;
            return new Known(element, list, min == null ? Long.MIN_VALUE : min.value());
        }
    }
}
