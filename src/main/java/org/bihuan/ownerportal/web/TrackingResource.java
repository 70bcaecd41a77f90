package org.bihuan.ownerportal.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.bihuan.ownerportal.domain.TrackedMatter;
import org.bihuan.ownerportal.domain.TrackingService;
import org.bihuan.shared.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/track/{token}")
@Idempotent
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
        return discreet(service.follow(token));
    }

    /** No cookie is involved, so no foreign page can do this in somebody's name. */
    @POST
    @Path("/reopen")
    @PermitAll
    @Operation(
            summary = "Say by the link that it is not settled",
            description = "Once completed, and within 30 days of closing; without an account.")
    public RestResponse<TrackedMatter> reopen(@PathParam("token") String token, Requests.Reopening reopening) {
        return discreet(service.reopen(token, reopening.reason()));
    }

    private static RestResponse<TrackedMatter> discreet(TrackedMatter matter) {
        return RestResponse.ResponseBuilder.ok(matter)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
