package org.bihuan.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods a path takes, for the {@code Allow} header that a 405 must have (RFC 9110, 15.5.6). */
@ApplicationScoped
class AllowedMethods {
    private final List<Operation> operations = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path base = bean.getBeanClass().getAnnotation(Path.class);
            if (base != null) {
                addAll(base.value(), bean.getBeanClass());
            }
        }
    }

    private record Operation(Pattern path, String method) {}

    private void addAll(String base, Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Path below = method.getAnnotation(Path.class);
                    operations.add(new Operation(pattern(base, below == null ? "" : below.value()), verb.value()));
                }
            }
        }
    }

    private static Pattern pattern(String base, String below) {
        String template = ("/" + base + "/" + below).replaceAll("/{2,}", "/").replaceAll("/$", "");
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
    }

    /** A path below the base of the API, without a slash in front. */
    static String below(UriInfo uri) {
        return uri.getPath().replaceFirst("^/?(api/v1/)?", "");
    }

    /** @param path below the base of the API, with a slash in front */
    String at(String path) {
        Set<String> methods = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        for (Operation operation : operations) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }
}
