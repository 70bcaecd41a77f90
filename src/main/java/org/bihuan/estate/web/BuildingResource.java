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
import java.net.URI;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.domain.BuildingDetails;
import org.bihuan.estate.domain.BuildingService;
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

@Path("/communities/{id}/buildings")
@Idempotent
@Tag(name = "Estate")
class BuildingResource {
    private final BuildingService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    BuildingResource(BuildingService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(summary = "List the buildings of a community", description = "In the order people count: 2 before 10.")
    public Listing<BuildingViews.View> list(@PathParam("id") UUID community, @BeanParam PageQuery page) {
        return service.list(caller.get(), community, page, BuildingViews.View::of);
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "Create a building",
            description = "Its name is unique in the community and begins the codes of its units.")
    @ResponseStatus(201)
    public RestResponse<BuildingViews.View> create(@PathParam("id") UUID community, BuildingDetails wanted) {
        BuildingViews.View view = service.create(caller.get(), community, wanted, BuildingViews.View::of);
        URI place = URI.create("/communities/" + community + "/buildings/" + view.id());
        return RestResponse.ResponseBuilder.<BuildingViews.View>created(place)
                .entity(view)
                .build();
    }

    @GET
    @Path("/{buildingId}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(
            summary = "Read a building",
            description = "With the day of its completion, from which the warranties count.")
    public BuildingViews.View read(@PathParam("id") UUID community, @PathParam("buildingId") UUID building) {
        return service.read(caller.get(), community, building, BuildingViews.View::of);
    }

    @PATCH
    @Path("/{buildingId}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Change a building", description = "The codes of its units follow its name.")
    public BuildingViews.View change(
            @PathParam("id") UUID community,
            @PathParam("buildingId") UUID building,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = BuildingDetails.class))) JsonNode patch) {
        return service.change(
                caller.get(),
                community,
                building,
                ifMatch,
                details -> json.patch(details, patch, BuildingDetails.class),
                BuildingViews.View::of);
    }
}
