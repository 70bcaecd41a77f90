package org.bihuan.company.web;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.company.domain.AccountDetails;
import org.bihuan.company.domain.AccountService;
import org.bihuan.shared.Created;
import org.bihuan.shared.Draft;
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

@Path("/accounts")
@Idempotent
@Tag(name = "Accounts")
class AccountResource {
    private final AccountService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    AccountResource(AccountService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(
            summary = "List accounts",
            description = "Administrators see all of the company, desk and managers who shares a community "
                    + "with them, and the owners who live or have lived there.")
    public Listing<AccountViews.View> list(
            @BeanParam PageQuery page,
            @QueryParam("role") @Nullable Role role,
            @QueryParam("communityId") @Nullable UUID communityId) {
        return service.list(caller.get(), page, role, communityId, AccountViews.View::of);
    }

    @POST
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(
            summary = "Create an account",
            description = "Administrators make any; desk and managers make OWNER accounts for residents.")
    @ResponseStatus(201)
    public RestResponse<AccountViews.View> create(Draft<AccountViews.NewAccount> wanted) {
        AccountViews.View view =
                service.create(caller.get(), wanted.map(AccountViews.NewAccount::wanted), AccountViews.View::of);
        return Created.at("/accounts/" + view.id(), view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(
            summary = "Read an account",
            description = "Desk and managers see who shares a community with them, and owners of it.")
    public AccountViews.View read(@PathParam("id") UUID id) {
        return service.read(caller.get(), new AccountId(id), AccountViews.View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Change an account", description = "Also disables and enables it, from the next request on.")
    public AccountViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AccountDetails.class))) JsonNode patch) {
        return service.change(
                caller.get(),
                new AccountId(id),
                ifMatch,
                details -> json.patch(details, patch, AccountDetails.class),
                AccountViews.View::of);
    }

    @POST
    @Path("/{id}/password")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Give somebody a new password", description = "Ends all their sessions.")
    @ResponseStatus(204)
    public Response resetPassword(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            AccountViews.NewPassword password) {
        service.resetPassword(caller.get(), new AccountId(id), ifMatch, password.password());
        return Response.noContent().build();
    }
}
