package org.bihuan.reporting.domain;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a report may be asked for. */
public class ReportQuery {
    @QueryParam("communityId")
    @Parameter(description = "One community; without it all of the caller's, as long as they keep the same time")
    public @Nullable UUID communityId;

    @QueryParam("from")
    @Parameter(description = "The first day, in the community's time zone; the first of the month when left out")
    public @Nullable LocalDate from;

    @QueryParam("to")
    @Parameter(description = "The last day, included; today when left out. At most 731 days")
    public @Nullable LocalDate to;

    @QueryParam("groupBy")
    @Parameter(description = "By what to set the figures apart; each report says by what it can")
    public @Nullable GroupBy groupBy;

    GroupBy groupBy() {
        return groupBy == null ? GroupBy.NONE : groupBy;
    }
}
