package org.bihuan.estate.web;

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
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.domain.ResidentDetails;
import org.bihuan.estate.domain.ResidentFilter;
import org.bihuan.estate.domain.ResidentService;
import org.bihuan.shared.Created;
import org.bihuan.shared.Draft;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/residents")
@Idempotent
@RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
@Tag(name = "Estate")
class ResidentResource {
    private final ResidentService service;
    private final CurrentCaller caller;

    ResidentResource(ResidentService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List residents",
            description = "Staff see who lives or has lived in a community of theirs, administrators everybody.")
    public Listing<ResidentViews.View> list(
            @BeanParam PageQuery page,
            @QueryParam("phone") @Parameter(description = "As people type it") @Nullable String phone,
            @QueryParam("unitId") @Parameter(description = "They live or have lived in") @Nullable UUID unit,
            @QueryParam("communityId") @Nullable UUID community,
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "A name, its pinyin or initials, a phone or its last digits, or the code of a home")
                    @Nullable
                    String text) {
        ResidentFilter filter = new ResidentFilter(phone, unit, community, text);
        return service.list(caller.get(), page, filter, ResidentViews.View::of);
    }

    @POST
    @Operation(summary = "Create a resident", description = "With at least one occupancy, in units the caller sees.")
    @ResponseStatus(201)
    public RestResponse<ResidentViews.View> create(Draft<ResidentDetails> wanted) {
        ResidentViews.View view = service.create(caller.get(), wanted, ResidentViews.View::of);
        return Created.at("/residents/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a resident", description = "With the homes in communities that the caller sees.")
    public ResidentViews.View read(@PathParam("id") UUID id) {
        return service.read(caller.get(), id, ResidentViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            summary = "Change a resident",
            description =
                    "Occupancies are replaced as a whole, as far as the caller sees them: send them all, with an"
                            + " end where one has ended. A phone that is given anew, the same or another, is no longer doubtful.")
    public ResidentViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ResidentDetails.class))) JsonNode patch) {
        return service.change(caller.get(), id, ifMatch, patch, ResidentViews.View::of);
    }
}
