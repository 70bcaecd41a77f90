package org.bihuan.reporting.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.ReadersZone;
import org.bihuan.reporting.domain.ReportFile;
import org.bihuan.reporting.domain.ReportQuery;
import org.bihuan.reporting.domain.ReportService;
import org.bihuan.reporting.domain.ReportTables;
import org.bihuan.reporting.domain.RowsQuery;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.Exports;
import org.bihuan.shared.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/reports/{name}")
@RolesAllowed(Role.Names.MANAGER)
@Tag(name = "Reports")
class ReportExportResource {
    private static final String NAMES = "One of the names that `GET /reports` lists";

    private final ReportService reports;
    private final ReportTables tables;
    private final Exports exports;
    private final ReadersZone zone;
    private final CurrentCaller caller;

    ReportExportResource(
            ReportService reports, ReportTables tables, Exports exports, ReadersZone zone, CurrentCaller caller) {
        this.reports = reports;
        this.tables = tables;
        this.exports = exports;
        this.zone = zone;
        this.caller = caller;
    }

    @GET
    @Path("/export")
    @Produces({Exports.CSV, Exports.XLSX})
    @Operation(
            summary = "Take a report home",
            description = "All groups and all together, each figure beside that of the period before.")
    public Response figures(
            @PathParam("name") @Parameter(description = NAMES, example = "on-time") String name,
            @BeanParam ReportQuery query,
            @BeanParam ExportQuery wanted) {
        Caller by = caller.get();
        String file = fileName(name);
        ZoneId home = zone.of(by, query.communityId);
        return exports.answer(
                wanted,
                file,
                home,
                use -> tables.figures(by, name, query, table -> use.accept(ReportFile.of(table, file, home))));
    }

    @GET
    @Path("/rows/export")
    @Produces({Exports.CSV, Exports.XLSX})
    @Operation(
            summary = "Take the rows behind a figure home",
            description = "As many as the figure counts, as one file of any length.")
    public Response rows(
            @PathParam("name") @Parameter(description = NAMES, example = "on-time") String name,
            @BeanParam RowsQuery query,
            @BeanParam ExportQuery wanted) {
        Caller by = caller.get();
        String file = fileName(name) + "-rows";
        ZoneId home = zone.of(by, query.communityId);
        return exports.answer(
                wanted,
                file,
                home,
                use -> tables.rows(by, name, query, table -> use.accept(ReportFile.of(table, file, home))));
    }

    /** @throws NotFound when there is no such report */
    private String fileName(String name) {
        return reports.list().stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .map(report -> "report-" + report.name())
                .orElseThrow(NotFound::new);
    }
}
