package org.bihuan.notification.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.bihuan.company.CurrentCaller;
import org.bihuan.notification.domain.PreferenceDetails;
import org.bihuan.notification.domain.PreferenceService;
import org.bihuan.shared.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/me/notification-preferences")
@Authenticated
@Tag(name = "Messages")
class PreferenceResource {
    private final PreferenceService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    PreferenceResource(PreferenceService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(summary = "How I wish to be told", description = "My address, and for each kind of message how.")
    public PreferenceView read() {
        return PreferenceView.of(service.read(caller.get()));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            summary = "Change how I wish to be told",
            description =
                    "A deadline that has passed cannot be switched off. Emergencies and urgent matters do not wait for"
                            + " the end of the quiet hours.")
    public PreferenceView change(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PreferenceDetails.class)))
                    JsonNode patch) {
        return PreferenceView.of(
                service.change(caller.get(), ifMatch, details -> json.patch(details, patch, PreferenceDetails.class)));
    }
}
