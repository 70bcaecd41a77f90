package org.bihuan.reporting.domain;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which rows behind a report are asked for. */
public class RowsQuery extends ReportQuery {
    @QueryParam("figure")
    @Parameter(
            description =
                    "The figure whose rows to show, or the reason they are not counted for; the first one when left"
                            + " out")
    public @Nullable String figure;

    @QueryParam("outOf")
    @Parameter(description = "Whether to show all rows that the figure is a share of", example = "false")
    public @Nullable Boolean outOf;

    @QueryParam("key")
    @Parameter(description = "The group whose rows to show, with its groupBy; all when left out")
    public @Nullable String key;
}
