package org.bihuan.integration.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.company.Role;
import org.bihuan.integration.domain.WebhookDetails;
import org.bihuan.integration.domain.WebhookService;
import org.bihuan.integration.web.WebhookViews.View;
import org.bihuan.shared.Created;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/webhooks")
@Idempotent
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Other systems")
class WebhookResource {
    private final WebhookService service;
    private final StrictJson json;

    WebhookResource(WebhookService service, StrictJson json) {
        this.service = service;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "List webhooks",
            description = "The systems that are told what happens; without their secrets.")
    public Listing<View> list(@BeanParam PageQuery page) {
        return service.list(page, View::of);
    }

    @POST
    @Operation(
            summary = "Add a webhook",
            description =
                    "What happens from then on is posted there as CloudEvents, signed in the form of Standard Webhooks."
                            + " The secret is shown this once.")
    @ResponseStatus(201)
    public RestResponse<View> create(WebhookDetails wanted) {
        View view = service.create(wanted, View::of);
        return Created.at("/webhooks/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a webhook", description = "Where it goes and of what it is told; without its secret.")
    public View read(@PathParam("id") UUID id) {
        return service.read(id, View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            summary = "Change a webhook",
            description = "A disabled one is told nothing, and what still waits is cancelled when its turn comes.")
    public View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = WebhookDetails.class))) JsonNode patch) {
        return service.change(id, ifMatch, details -> json.patch(details, patch, WebhookDetails.class), View::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a webhook", description = "With the log of its deliveries.")
    @ResponseStatus(204)
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, ifMatch);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(
            summary = "Give a webhook a new secret",
            description = "It is shown this once. For 24 hours the old one signs too, beside the new one.")
    public RestResponse<View> rotateSecret(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return RestResponse.ok(service.rotateSecret(id, ifMatch, View::of));
    }
}
