package org.bihuan.workorder.web;

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
import org.bihuan.company.Role;
import org.bihuan.shared.Created;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.StrictJson;
import org.bihuan.workorder.domain.ClockPolicyDetails;
import org.bihuan.workorder.domain.ClockPolicyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/clock-policies")
@Idempotent
@Tag(name = "Clock policies")
class ClockPolicyResource {
    private final ClockPolicyService service;
    private final StrictJson json;

    ClockPolicyResource(ClockPolicyService service, StrictJson json) {
        this.service = service;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(
            summary = "List clock policies",
            description = "How long each step may take: by category, else by kind and priority, else by priority.")
    public Listing<ClockPolicyViews.View> list(@BeanParam PageQuery page) {
        return service.list(page, ClockPolicyViews.View::of);
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "Give a category, or a kind and priority, an allowance of its own",
            description = "For one clock. It takes the place of what is said for more matters.")
    @ResponseStatus(201)
    public RestResponse<ClockPolicyViews.View> create(ClockPolicyViews.NewClockPolicy wanted) {
        ClockPolicyViews.View view = service.create(wanted.scope(), wanted.details(), ClockPolicyViews.View::of);
        return Created.at("/clock-policies/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(summary = "Read a clock policy", description = "How long one step may take, and where that is from.")
    public ClockPolicyViews.View read(@PathParam("id") UUID id) {
        return service.read(id, ClockPolicyViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "Change a clock policy",
            description = "Counts for clocks that are planned from then on; those that run stay as they are.")
    public ClockPolicyViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ClockPolicyDetails.class)))
                    JsonNode patch) {
        return service.change(
                id,
                ifMatch,
                details -> json.patch(details, patch, ClockPolicyDetails.class),
                ClockPolicyViews.View::of);
    }
}
