package org.bihuan.shared.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the operation does not know or cannot read, all at once. */
class QueryGuard {
    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        List<FieldError> errors = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of)
                .errors(request.getUriInfo().getQueryParameters());
        if (!errors.isEmpty()) {
            throw InvalidInput.malformed(errors);
        }
    }
}
