package org.bihuan.shared.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.bihuan.shared.Versioned;
import org.bihuan.shared.Versions;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every single resource its {@code ETag} and answers 304 to who has it already. */
class EntityTagFilter {
    private static final int NOT_MODIFIED = 304;

    private final Clock clock;

    EntityTagFilter(Clock clock) {
        this.clock = clock;
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned resource)) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, Versions.etag(resource.version()));
        // What a caller is shown depends on who they are and which language they read.
        response.getHeaders().putSingle(HttpHeaders.VARY, "Authorization, Accept-Language");
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        if (request.getMethod().equals(HttpMethod.GET)
                && resource.hasReadTheSame(clock.instant())
                && Versions.alreadyKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), resource.version())) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
