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
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.shared.Created;
import org.bihuan.shared.Draft;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.TimelineView;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.bihuan.workorder.domain.Correction;
import org.bihuan.workorder.domain.WorkOrderCounts;
import org.bihuan.workorder.domain.WorkOrderQuery;
import org.bihuan.workorder.domain.WorkOrderReading;
import org.bihuan.workorder.domain.WorkOrderRegistration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/work-orders")
@Idempotent
@Tag(name = "Work orders")
class WorkOrderResource {
    private final WorkOrderRegistration registration;
    private final WorkOrderReading reading;
    private final WorkOrderCounts counts;
    private final CurrentCaller caller;

    WorkOrderResource(
            WorkOrderRegistration registration,
            WorkOrderReading reading,
            WorkOrderCounts counts,
            CurrentCaller caller) {
        this.registration = registration;
        this.reading = reading;
        this.counts = counts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(summary = "Record a matter", description = "Its clocks start at once.")
    @ResponseStatus(201)
    public RestResponse<WorkOrderView> register(Draft<NewWorkOrder> wanted) {
        WorkOrderView view = registration.register(caller.get(), wanted);
        return Created.at("/work-orders/" + view.id(), view);
    }

    @GET
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN})
    @Operation(
            summary = "List work orders",
            description = "Desk and managers see those of their communities, technicians those given to them.")
    public Listing<WorkOrderView> list(@BeanParam PageQuery page, @BeanParam WorkOrderQuery query) {
        return reading.list(caller.get(), page, query);
    }

    @GET
    @Path("/counts")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Count work orders",
            description = "By status, and what of the open ones is overdue, due today or waits for somebody to be sent;"
                    + " of the caller's communities, each and together. Exact, however many orders there are.")
    public CountViews.View counts(
            @QueryParam("communityId") @Parameter(description = "Only of this one") @Nullable UUID communityId) {
        return CountViews.View.of(counts.of(caller.get(), communityId));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN})
    @Operation(
            summary = "Read a work order",
            description = "With its running clocks, and what the caller may do with it now.")
    public WorkOrderView read(@PathParam("id") UUID id) {
        return reading.read(caller.get(), new WorkOrderId(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Correct a work order",
            description = "Description, category, priority, location, reporter and preferred window.")
    public WorkOrderView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = Correction.class))) JsonNode patch) {
        try {
            return registration.change(caller.get(), new WorkOrderId(id), ifMatch, patch);
        } catch (InvalidInput e) {
            throw e.renamed("/categoryCode", Correction.pointerOfCategory(patch));
        }
    }

    @GET
    @Path("/{id}/timeline")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN})
    @Operation(summary = "Read the history of a work order", description = "Append-only, the oldest line first.")
    public Listing<TimelineView> timeline(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return reading.timeline(caller.get(), new WorkOrderId(id), page);
    }

    @POST
    @Path("/{id}/notes")
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN})
    @Operation(summary = "Add a note", description = "A PUBLIC one is what the owner reads.")
    @ResponseStatus(201)
    public RestResponse<TimelineView> note(@PathParam("id") UUID id, Requests.NewNote note) {
        TimelineView view = reading.note(caller.get(), new WorkOrderId(id), note.text(), note.visibility());
        return Created.at("/work-orders/" + id + "/timeline", view);
    }
}
