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
import java.util.UUID;
import org.bihuan.company.CompanyId;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.company.domain.CompanyService;
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

@Path("/companies")
@Idempotent
@Tag(name = "Company")
class CompanyResource {
    private final CompanyService service;
    private final CurrentCaller caller;
    private final StrictJson json;

    CompanyResource(CompanyService service, CurrentCaller caller, StrictJson json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(
            summary = "Found a company",
            description = "With its first administrator. The operator sees nothing inside it.")
    @ResponseStatus(201)
    public RestResponse<CompanyViews.Founded> create(Draft<CompanyViews.NewCompany> wanted) {
        CompanyId id = service.create(wanted.map(CompanyViews.NewCompany::founding));
        return Created.at(
                "/companies/" + id,
                new CompanyViews.Founded(id.value(), wanted.value().name()));
    }

    @GET
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "List the companies", description = "Their names are all that an operator sees of them.")
    public Listing<CompanyViews.Founded> list(@BeanParam PageQuery page) {
        return service.list(page, CompanyViews.Founded::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(summary = "Read a company", description = "Its name is all that an operator sees of it.")
    public CompanyViews.Founded read(@PathParam("id") UUID id) {
        return service.read(new CompanyId(id), CompanyViews.Founded::of);
    }

    @GET
    @Path("/current")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN, Role.Names.OWNER
    })
    @Operation(summary = "The caller's company", description = "Everybody belongs to exactly one.")
    public CompanyViews.Current current() {
        return CompanyViews.Current.of(service.current(caller.get()));
    }

    @PATCH
    @Path("/current")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Rename the caller's company", description = "Its name is all that can be changed.")
    public CompanyViews.Current rename(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CompanyViews.CompanyName.class)))
                    JsonNode patch) {
        return service.rename(
                caller.get(),
                ifMatch,
                name -> json.patch(new CompanyViews.CompanyName(name), patch, CompanyViews.CompanyName.class)
                        .name(),
                CompanyViews.Current::of);
    }
}
