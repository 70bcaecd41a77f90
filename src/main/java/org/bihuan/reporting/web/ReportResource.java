package org.bihuan.reporting.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.reporting.domain.ReportQuery;
import org.bihuan.reporting.domain.ReportService;
import org.bihuan.reporting.domain.RowsQuery;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/reports")
@RolesAllowed(Role.Names.MANAGER)
@Tag(name = "Reports")
class ReportResource {
    private static final String NAMES = "One of the names that `GET /reports` lists";

    private final ReportService reports;
    private final ReportPages pages;
    private final CurrentCaller caller;

    ReportResource(ReportService reports, ReportPages pages, CurrentCaller caller) {
        this.reports = reports;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Which reports there are",
            description = "Each with the exact definition of its figures, and of what they leave out.")
    public Listing<ReportViews.DefinitionView> list() {
        return new Listing<>(reports.list().stream().map(pages::definition).toList(), null, null);
    }

    @GET
    @Path("/{name}")
    @Operation(
            summary = "Read a report",
            description = "Over the caller's communities, beside the period before. Every figure links to the very rows"
                    + " it counts.")
    public ReportViews.View read(
            @PathParam("name") @Parameter(description = NAMES, example = "on-time") String name,
            @BeanParam ReportQuery query) {
        return reports.run(caller.get(), name, query, result -> pages.report(result, query));
    }

    @GET
    @Path("/{name}/rows")
    @Operation(
            summary = "List the rows behind a figure",
            description = "As many as the figure counts, the oldest first, with the facts they were counted for.")
    public Listing<ReportViews.Row> rows(
            @PathParam("name") @Parameter(description = NAMES, example = "on-time") String name,
            @BeanParam PageQuery page,
            @BeanParam RowsQuery query) {
        return reports.rows(caller.get(), name, query, page, pages::row);
    }
}
