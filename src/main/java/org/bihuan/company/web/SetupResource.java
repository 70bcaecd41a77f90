package org.bihuan.company.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.bihuan.company.CompanyId;
import org.bihuan.company.domain.CompanyService;
import org.bihuan.shared.Created;
import org.bihuan.shared.Draft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/setup")
@Tag(name = "Getting in")
class SetupResource {
    private final CompanyService service;

    SetupResource(CompanyService service) {
        this.service = service;
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Set up a new installation",
            description = "Founds the first company with the token that the first start printed. Works once.")
    @ResponseStatus(201)
    public RestResponse<CompanyViews.Founded> setUp(Draft<CompanyViews.SetUp> wanted) {
        CompanyId id =
                service.setUp(CompanyViews.given(wanted.value().token()), wanted.map(CompanyViews.SetUp::founding));
        return Created.at(
                "/companies/current",
                new CompanyViews.Founded(id.value(), wanted.value().company().name()));
    }
}
