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
import org.bihuan.estate.domain.UnitExport;
import org.bihuan.estate.domain.UnitFilter;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.Exports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/units/export")
@Tag(name = "Estate")
class UnitExportResource {
    private final UnitExport list;
    private final Exports exports;
    private final CurrentCaller caller;

    UnitExportResource(UnitExport list, Exports exports, CurrentCaller caller) {
        this.list = list;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN})
    @Operation(
            summary = "Take units home",
            description = "The list with all its filters and in its order, as one file of any length.")
    public Response take(
            @BeanParam ExportQuery wanted,
            @QueryParam("communityId") @Nullable UUID community,
            @QueryParam("buildingId") @Nullable UUID building,
            @QueryParam("code") @Parameter(description = "In any usual way: 3-2-1202, 3栋2单元1202室, 三号楼二单元1202") @Nullable
                    String code,
            @QueryParam("q") @Parameter(description = "Part of a code") @Nullable String text) {
        return exports.answer(wanted, list.of(caller.get(), new UnitFilter(community, building, code, text)));
    }
}
