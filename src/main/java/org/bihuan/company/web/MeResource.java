package org.bihuan.company.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.domain.SignInService;
import org.bihuan.shared.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/me")
@Idempotent
@Authenticated
@Tag(name = "Getting in")
class MeResource {
    private final SignInService service;
    private final CurrentCaller caller;

    MeResource(SignInService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who am I", description = "The account that is signed in, with its roles and communities.")
    public AuthViews.Me me() {
        return AuthViews.Me.of(caller.get());
    }

    @POST
    @Path("/password")
    @Operation(summary = "Change my password", description = "Ends my other sessions.")
    @ResponseStatus(204)
    public Response changePassword(AuthViews.PasswordChange change) {
        service.changePassword(caller.get(), change.current(), change.next());
        return Response.noContent().build();
    }
}
