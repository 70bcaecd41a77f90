package org.bihuan.frontdesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.frontdesk.domain.InteractionDetails;
import org.bihuan.frontdesk.domain.InteractionQuery;
import org.bihuan.frontdesk.domain.InteractionService;
import org.bihuan.frontdesk.domain.NewInteraction;
import org.bihuan.shared.Created;
import org.bihuan.shared.Draft;
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

@Path("/interactions")
@Idempotent
@RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
@Tag(name = "The desk")
class InteractionResource {
    private final InteractionService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    InteractionResource(InteractionService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Operation(
            summary = "Record a call, visit or message",
            description = "With the work orders it gives rise to, all or nothing.")
    @ResponseStatus(201)
    public RestResponse<InteractionViews.View> log(Draft<NewInteraction> wanted) {
        InteractionViews.View view = service.log(caller.get(), wanted, InteractionViews.View::of);
        return Created.at("/interactions/" + view.id(), view);
    }

    @GET
    @Operation(
            summary = "List calls, visits and messages",
            description = "Of the caller's communities, the newest first unless asked otherwise.")
    public Listing<InteractionViews.Summary> list(@BeanParam PageQuery page, @BeanParam InteractionQuery query) {
        return service.list(caller.get(), page, query, InteractionViews.Summary::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a call, visit or message",
            description = "With the work orders it gave rise to, as they are now.")
    public InteractionViews.View read(@PathParam("id") UUID id) {
        return service.read(caller.get(), new InteractionId(id), InteractionViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(summary = "Add to a record", description = "Its notes, its end and how long it rang.")
    public InteractionViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = InteractionDetails.class)))
                    JsonNode patch) {
        return service.change(
                caller.get(),
                new InteractionId(id),
                ifMatch,
                details -> json.patch(details, patch, InteractionDetails.class),
                InteractionViews.View::of);
    }
}
