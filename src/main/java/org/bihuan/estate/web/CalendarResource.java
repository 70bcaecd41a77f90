package org.bihuan.estate.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.company.Role;
import org.bihuan.estate.domain.CalendarDayDetails;
import org.bihuan.estate.domain.CalendarService;
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

@Path("/calendar")
@Idempotent
@Tag(name = "Calendar")
class CalendarResource {
    private final CalendarService service;
    private final StrictJson json;

    CalendarResource(CalendarService service, StrictJson json) {
        this.service = service;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(
            summary = "List special days",
            description = "Days off and working weekends, by date; they hold for all communities of the company.")
    public Listing<CalendarViews.View> list(
            @BeanParam PageQuery page,
            @QueryParam("from") @Parameter(description = "The first day wanted") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "The last day wanted") @Nullable LocalDate to) {
        return service.list(page, from, to, CalendarViews.View::of);
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "Create a special day",
            description = "One for each date; it holds for all communities of the company.")
    @ResponseStatus(201)
    public RestResponse<CalendarViews.View> create(CalendarDayDetails wanted) {
        CalendarViews.View view = service.create(wanted, CalendarViews.View::of);
        return Created.at("/calendar/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(summary = "Read a special day", description = "A day off, or a weekend day that is worked.")
    public CalendarViews.View read(@PathParam("id") UUID id) {
        return service.read(id, CalendarViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Change a special day", description = "Its date, kind, name and source.")
    public CalendarViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CalendarDayDetails.class)))
                    JsonNode patch) {
        return service.change(
                id, ifMatch, details -> json.patch(details, patch, CalendarDayDetails.class), CalendarViews.View::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Delete a special day", description = "The day is again what its day of the week says.")
    @ResponseStatus(204)
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, ifMatch);
        return Response.noContent().build();
    }
}
