package org.bihuan.ownerportal.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.bihuan.ownerportal.domain.TrackedMatter;
import org.bihuan.ownerportal.domain.TrackingService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/track/{token}")
@Tag(name = "The owner")
class TrackingResource {
    private final TrackingService service;

    TrackingResource(TrackingService service) {
        this.service = service;
    }

    /** The token is a secret: no cache, no page linked to and no search engine shall learn it. */
    @GET
    @PermitAll
    @Operation(summary = "Follow a matter without an account", description = "By the link in the owner's message.")
    public RestResponse<TrackedMatter> follow(@PathParam("token") String token) {
        return RestResponse.ResponseBuilder.ok(service.follow(token))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
