package org.bihuan.followup.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.followup.FollowUpId;
import org.bihuan.followup.domain.FollowUpQuery;
import org.bihuan.followup.domain.FollowUpReading;
import org.bihuan.followup.domain.FollowUpService;
import org.bihuan.followup.domain.FollowUpService.Target;
import org.bihuan.followup.domain.NewAttempt;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/follow-ups")
@Idempotent
@Tag(name = "Follow-ups")
class FollowUpResource {
    private final FollowUpReading reading;
    private final FollowUpService service;
    private final CurrentCaller caller;

    FollowUpResource(FollowUpReading reading, FollowUpService service, CurrentCaller caller) {
        this.reading = reading;
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "List follow-ups",
            description = "Of the caller's communities, the one that is due first first.")
    public Listing<FollowUpViews.View> list(@BeanParam PageQuery page, @BeanParam FollowUpQuery query) {
        return reading.list(caller.get(), page, query, FollowUpViews.View::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Read a follow-up", description = "With all attempts so far, and what the call is about.")
    public FollowUpViews.View read(@PathParam("id") UUID id) {
        return reading.read(caller.get(), new FollowUpId(id), FollowUpViews.View::of);
    }

    @POST
    @Path("/{id}/attempts")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Record an attempt to reach the reporter",
            description = "The work order moves in the same transaction. Who did the work may not ask about it.")
    public RestResponse<FollowUpViews.View> attempt(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, NewAttempt attempt) {
        return RestResponse.ok(service.attempt(caller.get(), target(id, ifMatch), attempt, FollowUpViews.View::of));
    }

    @POST
    @Path("/{id}/waive")
    @RolesAllowed(Role.Names.MANAGER)
    @Operation(summary = "Do without the call", description = "Closes the work order as WAIVED, with the reason.")
    public RestResponse<FollowUpViews.View> waive(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, FollowUpViews.Waiver waiver) {
        return RestResponse.ok(
                service.waive(caller.get(), target(id, ifMatch), waiver.reason(), FollowUpViews.View::of));
    }

    private static Target target(UUID id, @Nullable String ifMatch) {
        return new Target(new FollowUpId(id), ifMatch);
    }
}
