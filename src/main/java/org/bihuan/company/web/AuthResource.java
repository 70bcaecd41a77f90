package org.bihuan.company.web;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.domain.SignInService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/auth")
@Tag(name = "Getting in")
class AuthResource {
    private final SignInService service;
    private final CurrentCaller caller;

    AuthResource(SignInService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/token")
    @PermitAll
    @Operation(summary = "Sign in", description = "Exchanges a username and password for tokens.")
    public RestResponse<AuthViews.Token> token(AuthViews.Credentials credentials, RoutingContext request) {
        return noStore(service.signIn(
                credentials.username(),
                credentials.password(),
                request.request().remoteAddress().hostAddress()));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "Stay signed in", description = "Exchanges a refresh token, which works once, for new tokens.")
    public RestResponse<AuthViews.Token> refresh(AuthViews.Refresh refresh) {
        return noStore(service.refresh(refresh.refreshToken()));
    }

    @POST
    @Path("/sign-out")
    @Authenticated
    @Operation(
            summary = "Sign out",
            description = "Ends this session; its tokens are worthless from the next request on.")
    @ResponseStatus(204)
    public Response signOut() {
        service.signOut(caller.get());
        return Response.noContent().build();
    }

    private static RestResponse<AuthViews.Token> noStore(SignInService.Granted granted) {
        return RestResponse.ResponseBuilder.ok(AuthViews.Token.of(granted))
                .header("Cache-Control", "no-store")
                .build();
    }
}
