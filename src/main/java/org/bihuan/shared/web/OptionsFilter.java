package org.bihuan.shared.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS with what a path takes, the same as a 405 tells. */
class OptionsFilter {
    private final AllowedMethods methods;

    OptionsFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    public @Nullable RestResponse<Void> answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        String allowed = methods.at("/" + AllowedMethods.below(request.getUriInfo()));
        if (allowed.equals(HttpMethod.OPTIONS)) {
            throw new NotFoundException();
        }
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }
}
