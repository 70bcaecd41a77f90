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
import org.bihuan.workorder.domain.WorkOrderService;
import org.bihuan.workorder.domain.WorkOrderService.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/work-orders/{id}")
@Idempotent
@Tag(name = "Verbs of a work order")
class VerbResource {
    private final WorkOrderService service;
    private final CurrentCaller caller;

    VerbResource(WorkOrderService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/dispatch")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Give it to a technician", description = "Also transfers it to somebody else.")
    public RestResponse<WorkOrderView> dispatch(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Dispatch dispatch) {
        return RestResponse.ok(
                service.dispatch(caller.get(), target(id, ifMatch), dispatch.assigneeId(), dispatch.note()));
    }

    @POST
    @Path("/accept")
    @RolesAllowed({Role.Names.TECHNICIAN, Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Accept it",
            description = "The technician it was given to takes it on; the desk may say so for them.")
    public RestResponse<WorkOrderView> accept(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Nothing nothing) {
        return RestResponse.ok(service.accept(caller.get(), target(id, ifMatch)));
    }

    @POST
    @Path("/decline")
    @RolesAllowed({Role.Names.TECHNICIAN, Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Decline it", description = "It goes back to the desk.")
    public RestResponse<WorkOrderView> decline(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Reason reason) {
        return RestResponse.ok(service.decline(caller.get(), target(id, ifMatch), reason.reason()));
    }

    @POST
    @Path("/recall")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Take it back from the technician", description = "It waits again to be given to somebody.")
    public RestResponse<WorkOrderView> recall(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Reason reason) {
        return RestResponse.ok(service.recall(caller.get(), target(id, ifMatch), reason.reason()));
    }

    @POST
    @Path("/start")
    @RolesAllowed({Role.Names.TECHNICIAN, Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Start work, on arrival", description = "The clock of the arrival is met.")
    public RestResponse<WorkOrderView> start(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Nothing nothing) {
        return RestResponse.ok(service.start(caller.get(), target(id, ifMatch)));
    }

    @POST
    @Path("/hold")
    @RolesAllowed({Role.Names.TECHNICIAN, Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Let it wait", description = "With a reason and the time of the next check.")
    public RestResponse<WorkOrderView> hold(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.HoldRequest hold) {
        return RestResponse.ok(
                service.hold(caller.get(), target(id, ifMatch), hold.reasonCode(), hold.note(), hold.nextCheckAt()));
    }

    @POST
    @Path("/resume")
    @RolesAllowed({Role.Names.TECHNICIAN, Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Go on with it", description = "In the status it was held in.")
    public RestResponse<WorkOrderView> resume(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Nothing nothing) {
        return RestResponse.ok(service.resume(caller.get(), target(id, ifMatch)));
    }

    @POST
    @Path("/complete")
    @RolesAllowed({Role.Names.TECHNICIAN, Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Say what was done",
            description = "The desk completes what it answers on the spot with code ANSWERED_AT_DESK.")
    public RestResponse<WorkOrderView> complete(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Requests.Completion completion) {
        return RestResponse.ok(service.complete(caller.get(), target(id, ifMatch), completion.report()));
    }

    @POST
    @Path("/refer")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Refer the owner elsewhere", description = "With advice; they are still rung back.")
    public RestResponse<WorkOrderView> refer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Referral referral) {
        return RestResponse.ok(service.refer(caller.get(), target(id, ifMatch), referral.to(), referral.advice()));
    }

    @POST
    @Path("/cancel")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Cancel it", description = "Once work has begun only a manager may.")
    public RestResponse<WorkOrderView> cancel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Reason reason) {
        return RestResponse.ok(service.cancel(caller.get(), target(id, ifMatch), reason.reason()));
    }

    @POST
    @Path("/reopen")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Reopen it", description = "The next round, with fresh clocks; within 30 days of closing.")
    public RestResponse<WorkOrderView> reopen(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Reason reason) {
        return RestResponse.ok(service.reopen(caller.get(), target(id, ifMatch), reason.reason()));
    }

    @POST
    @Path("/close")
    @RolesAllowed(Role.Names.MANAGER)
    @Operation(summary = "Close it without a follow-up", description = "A manager's decision, with its reason.")
    public RestResponse<WorkOrderView> close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Reason reason) {
        return RestResponse.ok(service.waive(caller.get(), target(id, ifMatch), reason.reason()));
    }

    private static Target target(UUID id, @Nullable String ifMatch) {
        return new Target(new WorkOrderId(id), ifMatch);
    }
}
