package org.bihuan.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.QueryReader;
import org.jspecify.annotations.Nullable;

/** Fills the beans of lists as a request would fill them. */
@ApplicationScoped
class QueryBeans implements QueryReader {
    private final Map<Class<?>, QueryParameters> known = new ConcurrentHashMap<>();

    @Override
    public <T> T read(Class<T> query, Map<String, List<String>> parameters) {
        QueryParameters names = known.computeIfAbsent(query, QueryParameters::of);
        List<FieldError> errors = names.errors(parameters);
        if (!errors.isEmpty()) {
            throw InvalidInput.malformed(errors);
        }
        try {
            T bean = query.getConstructor().newInstance();
            for (Field field : query.getFields()) {
                fill(bean, field, names, parameters);
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(query + " is not the bean of a list", e);
        }
    }

    private static void fill(Object bean, Field field, QueryParameters names, Map<String, List<String>> parameters)
            throws IllegalAccessException {
        QueryParam name = field.getAnnotation(QueryParam.class);
        List<String> given = name == null ? List.of() : parameters.getOrDefault(name.value(), List.of());
        QueryParameters.@Nullable Known parameter =
                name == null ? null : names.known().get(name.value());
        if (given.isEmpty() || parameter == null) {
            return;
        }
        List<Object> values = given.stream()
                .map(text -> QueryValues.parse(parameter.type(), text))
                .<Object>map(value -> value)
                .toList();
        field.set(bean, parameter.repeatable() ? values : values.getFirst());
    }

    @Override
    public Set<String> named(Class<?> query, Class<?> type) {
        return known.computeIfAbsent(query, QueryParameters::of).known().entrySet().stream()
                .filter(parameter -> parameter.getValue().type() == type)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
