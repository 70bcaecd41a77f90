package org.bihuan.estate.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.domain.RegistryImport;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.ImportOutcome;
import org.bihuan.shared.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/imports/registry")
@Idempotent
@Tag(name = "Estate")
class RegistryResource {
    private final RegistryImport registry;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    RegistryResource(RegistryImport registry, CurrentCaller caller, CurrentLanguage language) {
        this.registry = registry;
        this.caller = caller;
        this.language = language;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "Import the registry of a community",
            description =
                    "CSV in UTF-8 with the columns building,entrance,unit,area,acceptanceDate,residentName,relation,"
                            + "phone,from in any order. All or nothing: where anything is rejected, nothing is written and the"
                            + " counts are 0; at most 1,000 rejections are told. Lines are counted by what they do: the same"
                            + " file again changes nothing. A line without a resident is an empty flat; an empty cell says"
                            + " nothing and changes nothing. Somebody is the same person by phone and name, else by name and"
                            + " unit.")
    public RestResponse<ImportOutcome.View> take(
            @QueryParam("communityId") @Nullable UUID community,
            @QueryParam("validateOnly") @DefaultValue("false") @Parameter(description = "Only tell what would be done")
                    boolean validateOnly,
            byte[] csv) {
        if (community == null) {
            throw InvalidInput.malformed("?communityId", "REQUIRED");
        }
        ImportOutcome outcome = registry.take(caller.get(), community, csv, validateOnly);
        return RestResponse.ok(outcome.view(language.get()));
    }
}
