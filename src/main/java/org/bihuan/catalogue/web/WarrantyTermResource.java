package org.bihuan.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.catalogue.domain.TermUnit;
import org.bihuan.catalogue.domain.WarrantyTerm;
import org.bihuan.catalogue.domain.WarrantyTermDetails;
import org.bihuan.catalogue.domain.WarrantyTermService;
import org.bihuan.company.Role;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.StrictJson;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/catalogue/warranty-terms")
@Tag(name = "Catalogue")
class WarrantyTermResource {
    private final WarrantyTermService service;
    private final StrictJson json;

    WarrantyTermResource(WarrantyTermService service, StrictJson json) {
        this.service = service;
        this.json = json;
    }

    @Schema(name = "WarrantyTerm")
    record View(
            UUID id,
            WarrantyPart part,

            @Schema(description = "In the unit, from the completion-acceptance date of the building")
            int length,

            TermUnit unit,

            @Schema(description = "The law, the city's rule or the contract that says so")
            String source,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(WarrantyTerm term) {
            WarrantyTermDetails details = term.details();
            return new View(
                    term.id(),
                    term.part(),
                    details.length(),
                    details.unit(),
                    details.source(),
                    term.createdAt(),
                    term.updatedAt(),
                    term.version());
        }
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(summary = "List warranty terms", description = "One for each part of a building.")
    public Listing<View> list(@BeanParam PageQuery page) {
        return service.list(page, View::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(
            summary = "Read a warranty term",
            description = "How long one part of a building is under the developer's warranty.")
    public View read(@PathParam("id") UUID id) {
        return service.read(id, View::of);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Change a warranty term", description = "Terms differ by city and contract; name the source.")
    public View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = WarrantyTermDetails.class)))
                    JsonNode patch) {
        return service.change(id, ifMatch, details -> json.patch(details, patch, WarrantyTermDetails.class), View::of);
    }
}
