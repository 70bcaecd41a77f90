package org.bihuan.savedview.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.savedview.SavedList;
import org.bihuan.savedview.domain.SavedViewService;
import org.bihuan.savedview.domain.ViewDetails;
import org.bihuan.shared.Created;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/views")
@Idempotent
@Tag(name = "Saved views")
@RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
class SavedViewResource {
    private final SavedViewService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    SavedViewResource(SavedViewService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(summary = "List saved views", description = "One's own and those shared with one, the oldest first.")
    public Listing<SavedViewViews.View> list(
            @BeanParam PageQuery page,
            @QueryParam("list") @Parameter(description = "Only of this list") @Nullable SavedList list) {
        return service.list(caller.get(), page, list, SavedViewViews.View::of);
    }

    @POST
    @Operation(
            summary = "Save a view",
            description =
                    "A filter and an order of a list under a name, checked as the list would. Managers share with the"
                            + " people of a community of theirs, administrators also with all.")
    @ResponseStatus(201)
    public RestResponse<SavedViewViews.View> create(ViewDetails wanted) {
        SavedViewViews.View view = service.create(caller.get(), wanted, SavedViewViews.View::of);
        return Created.at("/views/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a saved view", description = "As it was saved, with relative times as such.")
    public SavedViewViews.View read(@PathParam("id") UUID id) {
        return service.read(caller.get(), id, SavedViewViews.View::of);
    }

    @GET
    @Path("/{id}/query")
    @Operation(
            summary = "Open a saved view",
            description =
                    "The path and the query to read its list with, relative times as they are at this moment: in the"
                            + " time zone of the community it names, else of the caller's first one.")
    public SavedViewViews.Query query(@PathParam("id") UUID id) {
        return SavedViewViews.Query.of(service.query(caller.get(), id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            summary = "Change a saved view",
            description = "One's own; what is shared also by managers of its community and administrators.")
    public SavedViewViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ViewDetails.class))) JsonNode patch) {
        return service.change(
                caller.get(),
                id,
                ifMatch,
                details -> json.patch(details, patch, ViewDetails.class),
                SavedViewViews.View::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a saved view", description = "By whoever may change it.")
    @ResponseStatus(204)
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(caller.get(), id, ifMatch);
        return Response.noContent().build();
    }
}
