package org.bihuan.workorder.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.Exports;
import org.bihuan.workorder.domain.WorkOrderExport;
import org.bihuan.workorder.domain.WorkOrderQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/work-orders/export")
@Tag(name = "Work orders")
class WorkOrderExportResource {
    private final WorkOrderExport list;
    private final Exports exports;
    private final CurrentCaller caller;

    WorkOrderExportResource(WorkOrderExport list, Exports exports, CurrentCaller caller) {
        this.list = list;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN})
    @Operation(
            summary = "Take work orders home",
            description = "The list with all its filters and in its order, as one file of any length.")
    public Response take(@BeanParam WorkOrderQuery query, @BeanParam ExportQuery wanted) {
        return exports.answer(wanted, list.of(caller.get(), query));
    }
}
