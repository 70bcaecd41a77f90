package org.bihuan.company.web;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.company.domain.AbsenceDetails;
import org.bihuan.company.domain.AbsenceService;
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

@Path("/accounts/{id}/absences")
@Idempotent
@Tag(name = "Accounts")
@RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
class AbsenceResource {
    private final AbsenceService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    AbsenceResource(AbsenceService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(summary = "List somebody's absences", description = "Past and to come, in the order they begin.")
    public Listing<AbsenceViews.View> list(@PathParam("id") UUID account, @BeanParam PageQuery page) {
        return service.list(caller.get(), new AccountId(account), page, AbsenceViews.View::of);
    }

    @POST
    @Operation(
            summary = "Enter an absence",
            description = "Staff enter their own; who sees the account does it for them. While it lasts, others hear of"
                    + " deadlines in their place.")
    @ResponseStatus(201)
    public RestResponse<AbsenceViews.View> create(@PathParam("id") UUID account, AbsenceDetails wanted) {
        AbsenceViews.View view = service.create(caller.get(), new AccountId(account), wanted, AbsenceViews.View::of);
        URI place = URI.create("/accounts/" + account + "/absences/" + view.id());
        return RestResponse.ResponseBuilder.<AbsenceViews.View>created(place)
                .entity(view)
                .build();
    }

    @GET
    @Path("/{absenceId}")
    @Operation(summary = "Read an absence", description = "From when to when, and why if they said so.")
    public AbsenceViews.View read(@PathParam("id") UUID account, @PathParam("absenceId") UUID absence) {
        return service.read(caller.get(), new AccountId(account), absence, AbsenceViews.View::of);
    }

    @PATCH
    @Path("/{absenceId}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(summary = "Change an absence", description = "Its begin, its end and its reason.")
    public AbsenceViews.View change(
            @PathParam("id") UUID account,
            @PathParam("absenceId") UUID absence,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AbsenceDetails.class))) JsonNode patch) {
        return service.change(
                caller.get(),
                new AbsenceService.Target(new AccountId(account), absence, ifMatch),
                details -> json.patch(details, patch, AbsenceDetails.class),
                AbsenceViews.View::of);
    }

    @DELETE
    @Path("/{absenceId}")
    @Operation(summary = "Delete an absence", description = "They are there after all.")
    @ResponseStatus(204)
    public Response delete(
            @PathParam("id") UUID account,
            @PathParam("absenceId") UUID absence,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(caller.get(), new AbsenceService.Target(new AccountId(account), absence, ifMatch));
        return Response.noContent().build();
    }
}
