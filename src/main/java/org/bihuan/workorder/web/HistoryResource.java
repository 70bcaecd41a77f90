package org.bihuan.workorder.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.ImportOutcome;
import org.bihuan.shared.InvalidInput;
import org.bihuan.workorder.domain.PastImport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/imports/work-orders")
@Idempotent
@Tag(name = "Work orders")
class HistoryResource {
    private final PastImport past;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    HistoryResource(PastImport past, CurrentCaller caller, CurrentLanguage language) {
        this.past = past;
        this.caller = caller;
        this.language = language;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER})
    @Operation(
            summary = "Import work orders of the past",
            description =
                    "CSV in UTF-8 with the columns externalId,kind,description,createdAt and any of category,unit,position,"
                            + "reporterName,phone,channel,priority,technician,technicianName,dispatchedAt,acceptedAt,"
                            + "arrivedAt,completedAt,closedAt,cancelledAt,closingReason,closingNote,resolutionCode,"
                            + "resolution,cause,labourMinutes,referredTo. Only what has ended: each line has closedAt or"
                            + " cancelledAt. Times are RFC 3339, or 2024-03-01 08:15 by the clock of the community. All or"
                            + " nothing: where anything is rejected, nothing is written and the counts are 0; at most 1,000"
                            + " rejections are told. An externalId that was imported before must say the same again and"
                            + " changes nothing. Nobody is told of what is imported, and no clock runs.")
    public RestResponse<ImportOutcome.View> take(
            @QueryParam("communityId") @Nullable UUID community,
            @QueryParam("validateOnly") @DefaultValue("false") @Parameter(description = "Only tell what would be done")
                    boolean validateOnly,
            byte[] csv) {
        if (community == null) {
            throw InvalidInput.malformed("?communityId", "REQUIRED");
        }
        ImportOutcome outcome = past.take(caller.get(), community, csv, validateOnly);
        return RestResponse.ok(outcome.view(language.get()));
    }
}
