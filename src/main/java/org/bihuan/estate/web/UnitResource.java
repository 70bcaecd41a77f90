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
import org.bihuan.estate.domain.UnitDetails;
import org.bihuan.estate.domain.UnitFilter;
import org.bihuan.estate.domain.UnitService;
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

@Path("/units")
@Idempotent
@Tag(name = "Estate")
class UnitResource {
    private final UnitService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    UnitResource(UnitService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(summary = "List units", description = "By community, and there in the order people count.")
    public Listing<UnitViews.View> list(
            @BeanParam PageQuery page,
            @QueryParam("communityId") @Nullable UUID community,
            @QueryParam("buildingId") @Nullable UUID building,
            @QueryParam("code") @Parameter(description = "In any usual way: 3-2-1202, 3栋2单元1202室, 三号楼二单元1202") @Nullable
                    String code,
            @QueryParam("q") @Parameter(description = "Part of a code") @Nullable String text) {
        return service.list(caller.get(), page, new UnitFilter(community, building, code, text), UnitViews.View::of);
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Create a unit", description = "Its code follows from building, entrance and room.")
    @ResponseStatus(201)
    public RestResponse<UnitViews.View> create(UnitViews.NewUnit wanted) {
        UnitViews.View view = service.create(
                caller.get(), wanted.communityId(), wanted.buildingId(), wanted.details(), UnitViews.View::of);
        return Created.at("/units/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(summary = "Read a unit", description = "With its code as people say it.")
    public UnitViews.View read(@PathParam("id") UUID id) {
        return service.read(caller.get(), id, UnitViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Change a unit", description = "Its entrance, room and area; the code follows.")
    public UnitViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = UnitDetails.class))) JsonNode patch) {
        return service.change(
                caller.get(),
                id,
                ifMatch,
                details -> json.patch(details, patch, UnitDetails.class),
                UnitViews.View::of);
    }
}
