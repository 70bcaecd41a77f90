package org.bihuan.ownerportal.web;

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
import org.bihuan.ownerportal.domain.MyWorkOrder;
import org.bihuan.ownerportal.domain.MyWorkOrderSummary;
import org.bihuan.ownerportal.domain.MyWorkOrders;
import org.bihuan.ownerportal.domain.NewMatter;
import org.bihuan.shared.Created;
import org.bihuan.shared.Draft;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.workorder.WorkOrderId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/my/work-orders")
@Idempotent
@RolesAllowed(Role.Names.OWNER)
@Tag(name = "The owner")
class MyWorkOrderResource {
    private final MyWorkOrders mine;
    private final CurrentCaller caller;

    MyWorkOrderResource(MyWorkOrders mine, CurrentCaller caller) {
        this.mine = mine;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List my matters",
            description = "What I reported, and what happened in my homes while I lived there; the newest first.")
    public Listing<MyWorkOrderSummary> list(@BeanParam PageQuery page) {
        return mine.list(caller.get(), page);
    }

    @POST
    @Operation(summary = "Report a matter", description = "In a unit I live in, or elsewhere in its community.")
    @ResponseStatus(201)
    public RestResponse<MyWorkOrder> report(Draft<NewMatter> matter) {
        return created(mine.report(caller.get(), matter));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a matter of mine",
            description = "With what comes next, and the notes that are meant for me.")
    public MyWorkOrder read(@PathParam("id") UUID id) {
        return mine.read(caller.get(), new WorkOrderId(id));
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(summary = "Say that it is not settled", description = "Once completed, and within 30 days of closing.")
    public RestResponse<MyWorkOrder> reopen(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Requests.Reopening reopening) {
        return RestResponse.ok(mine.reopen(caller.get(), new WorkOrderId(id), ifMatch, reopening.reason()));
    }

    @POST
    @Path("/{id}/notes")
    @Operation(summary = "Add a note", description = "The desk and the technician read it.")
    @ResponseStatus(201)
    public RestResponse<MyWorkOrder> note(@PathParam("id") UUID id, Requests.Note note) {
        return created(mine.note(caller.get(), new WorkOrderId(id), note.text()));
    }

    @POST
    @Path("/{id}/rate")
    @Operation(
            summary = "Say how it went",
            description = "Once completed. It does not take the place of the follow-up.")
    public RestResponse<MyWorkOrder> rate(@PathParam("id") UUID id, Requests.Rating rating) {
        return RestResponse.ok(mine.rate(caller.get(), new WorkOrderId(id), rating.satisfaction(), rating.comment()));
    }

    @POST
    @Path("/{id}/urge")
    @Operation(summary = "Ask to hurry", description = "While it is open, once an hour.")
    public RestResponse<MyWorkOrder> urge(@PathParam("id") UUID id, Requests.Urge urge) {
        return RestResponse.ok(mine.urge(caller.get(), new WorkOrderId(id), urge.note()));
    }

    private static RestResponse<MyWorkOrder> created(MyWorkOrder view) {
        return Created.at("/my/work-orders/" + view.id(), view);
    }
}
