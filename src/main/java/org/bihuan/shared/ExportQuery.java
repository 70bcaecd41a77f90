package org.bihuan.shared;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a list is to be taken home. */
public class ExportQuery {
    @QueryParam("format")
    @DefaultValue("csv")
    @Parameter(
            description = "csv: UTF-8 with a byte order mark, lines end with CR LF. xlsx: an Excel workbook",
            schema =
                    @Schema(
                            enumeration = {"csv", "xlsx"},
                            defaultValue = "csv"))
    public String format = "csv";

    @QueryParam("columns")
    @Parameter(description = "Which ones, in this order, by commas; all of them when nothing is said")
    public @Nullable String columns;

    @QueryParam("timeZone")
    @Parameter(
            description = "In which times are told; else that of the community, and where several differ UTC. It stands"
                    + " in the titles of the columns",
            example = "Asia/Shanghai")
    public @Nullable String timeZone;
}
