package org.bihuan.workorder.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.shared.Idempotent;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.bihuan.workorder.domain.TrackingLinkService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/work-orders/{id}/tracking-link")
@Idempotent
@Tag(name = "Work orders")
class TrackingLinkResource {
    private final TrackingLinkService service;
    private final CurrentCaller caller;

    TrackingLinkResource(TrackingLinkService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Renew the tracking link", description = "The old one is worthless from then on.")
    public RestResponse<WorkOrderView> renew(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Nothing nothing) {
        return RestResponse.ok(service.renew(caller.get(), new WorkOrderId(id), ifMatch));
    }
}
