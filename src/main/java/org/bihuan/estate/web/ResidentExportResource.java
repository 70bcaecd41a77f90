package org.bihuan.estate.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.domain.ResidentExport;
import org.bihuan.estate.domain.ResidentFilter;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.Exports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/residents/export")
@Tag(name = "Estate")
class ResidentExportResource {
    private final ResidentExport list;
    private final Exports exports;
    private final CurrentCaller caller;

    ResidentExportResource(ResidentExport list, Exports exports, CurrentCaller caller) {
        this.list = list;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK})
    @Operation(
            summary = "Take residents home",
            description = "The list with all its filters and in its order, as one file of any length.")
    public Response take(
            @BeanParam ExportQuery wanted,
            @QueryParam("phone") @Parameter(description = "As people type it") @Nullable String phone,
            @QueryParam("unitId") @Parameter(description = "They live or have lived in") @Nullable UUID unit,
            @QueryParam("communityId") @Nullable UUID community,
            @QueryParam("q") @Parameter(description = "Part of a name") @Nullable String text) {
        return exports.answer(wanted, list.of(caller.get(), new ResidentFilter(phone, unit, community, text)));
    }
}
