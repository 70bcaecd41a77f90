package org.bihuan.shared.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Texts;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the operation does not know or cannot read, all at once. */
class QueryGuard {
    private static final int LONGEST = 1000;

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Map<String, Class<?>> types = known.computeIfAbsent(method, QueryGuard::parametersOf);
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

    private static @Nullable FieldError error(String name, List<String> values, @Nullable Class<?> type) {
        String pointer = "?" + name;
        if (type == null) {
            return new FieldError(pointer, "UNKNOWN_PARAMETER");
        }
        for (String value : values) {
            if (value.length() > LONGEST) {
                return new FieldError(pointer, "WRONG_LENGTH", 0, LONGEST);
            }
            if (!Texts.isPlain(value)) {
                return new FieldError(pointer, "CONTROL_CHARACTER");
            }
            if (QueryValues.parse(type, value) == null) {
                return new FieldError(pointer, "WRONG_FORMAT");
            }
        }
        return null;
    }

    private static Map<String, Class<?>> parametersOf(Method method) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                types.put(query.value(), elementType(parameter.getType(), parameter.getParameterizedType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), types);
            }
        }
        return types;
    }

    private static void addFields(Class<?> bean, Map<String, Class<?>> types) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    types.put(query.value(), elementType(field.getType(), field.getGenericType()));
                }
            }
        }
    }

    private static Class<?> elementType(Class<?> type, Type generic) {
        return List.class.isAssignableFrom(type) && generic instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : type;
    }
}
