package org.bihuan.followup.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.followup.domain.FollowUpExport;
import org.bihuan.followup.domain.FollowUpQuery;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.Exports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/follow-ups/export")
@Tag(name = "Follow-ups")
class FollowUpExportResource {
    private final FollowUpExport list;
    private final Exports exports;
    private final CurrentCaller caller;

    FollowUpExportResource(FollowUpExport list, Exports exports, CurrentCaller caller) {
        this.list = list;
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Take follow-ups home",
            description = "The list with all its filters and in its order, as one file of any length.")
    public Response take(@BeanParam FollowUpQuery query, @BeanParam ExportQuery wanted) {
        return exports.answer(wanted, list.of(caller.get(), query));
    }
}
