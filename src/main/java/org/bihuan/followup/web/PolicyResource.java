package org.bihuan.followup.web;

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
import org.bihuan.followup.domain.PolicyDetails;
import org.bihuan.followup.domain.PolicyService;
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

@Path("/policies")
@Idempotent
@Tag(name = "Follow-up policies")
class PolicyResource {
    private final PolicyService service;
    private final StrictJson json;

    PolicyResource(PolicyService service, StrictJson json) {
        this.service = service;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(summary = "List follow-up policies", description = "One for each group, and those of categories.")
    public Listing<PolicyViews.View> list(@BeanParam PageQuery page) {
        return service.list(page, PolicyViews.View::of);
    }

    @POST
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER})
    @Operation(
            summary = "Give a category a policy of its own",
            description = "It takes the place of its group's; what is critical stays so. The groups are fixed.")
    @ResponseStatus(201)
    public RestResponse<PolicyViews.View> create(PolicyViews.NewPolicy wanted) {
        PolicyViews.View view = service.create(wanted.categoryCode(), wanted.details(), PolicyViews.View::of);
        return Created.at("/policies/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(summary = "Read a follow-up policy", description = "How many of its matters are called, and until when.")
    public PolicyViews.View read(@PathParam("id") UUID id) {
        return service.read(id, PolicyViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER})
    @Operation(summary = "Change a follow-up policy", description = "Counts for what is completed from then on.")
    public PolicyViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PolicyDetails.class))) JsonNode patch) {
        return service.change(
                id, ifMatch, details -> json.patch(details, patch, PolicyDetails.class), PolicyViews.View::of);
    }
}
