package org.bihuan.frontdesk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.frontdesk.domain.InteractionExport;
import org.bihuan.frontdesk.domain.InteractionQuery;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.Exports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/interactions/export")
@Tag(name = "The desk")
class InteractionExportResource {
    private final InteractionExport list;
    private final Exports exports;
    private final CurrentCaller caller;

    InteractionExportResource(InteractionExport list, Exports exports, CurrentCaller caller) {
        this.list = list;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Take calls, visits and messages home",
            description = "The list with all its filters and in its order, as one file of any length.")
    public Response take(@BeanParam ExportQuery wanted, @BeanParam InteractionQuery query) {
        return exports.answer(wanted, list.of(caller.get(), query));
    }
}
