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
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.domain.CommunityDetails;
import org.bihuan.estate.domain.CommunityService;
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

@Path("/communities")
@Idempotent
@Tag(name = "Estate")
class CommunityResource {
    private final CommunityService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    CommunityResource(CommunityService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN, Role.Names.OWNER
    })
    @Operation(
            summary = "List communities",
            description = "Administrators see all of the company, other staff theirs, owners where they live.")
    public Listing<CommunityViews.View> list(@BeanParam PageQuery page) {
        return service.list(caller.get(), page, CommunityViews.View::of);
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Create a community", description = "Hours that are left out are the usual ones.")
    @ResponseStatus(201)
    public RestResponse<CommunityViews.View> create(CommunityViews.NewCommunity wanted) {
        CommunityViews.View view = service.create(wanted.details(), CommunityViews.View::of);
        return Created.at("/communities/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN, Role.Names.OWNER
    })
    @Operation(
            summary = "Read a community",
            description = "With the hours in which owners are called and work is done.")
    public CommunityViews.View read(@PathParam("id") UUID id) {
        return service.read(caller.get(), id, CommunityViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER})
    @Operation(summary = "Change a community", description = "Managers change the hours of their own communities.")
    public CommunityViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CommunityDetails.class)))
                    JsonNode patch) {
        return service.change(
                caller.get(),
                id,
                ifMatch,
                details -> json.patch(details, patch, CommunityDetails.class),
                CommunityViews.View::of);
    }
}
