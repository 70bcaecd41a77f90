package org.bihuan.reporting.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.reporting.domain.HandoverPdf;
import org.bihuan.reporting.domain.HandoverQuery;
import org.bihuan.reporting.domain.HandoverSheet;
import org.bihuan.reporting.domain.Handovers;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/handover")
@Idempotent
@RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
@Tag(name = "Handover")
class HandoverResource {
    private final Handovers handovers;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    HandoverResource(Handovers handovers, CurrentCaller caller, CurrentLanguage language) {
        this.handovers = handovers;
        this.caller = caller;
        this.language = language;
    }

    @GET
    @Operation(
            summary = "Read the handover sheet of a shift",
            description = "What is new since the shift began; and as it stands now what is open, what is overdue, and"
                    + " which calls were promised until the next shift ends.")
    public HandoverSheet read(@BeanParam HandoverQuery query) {
        return handovers.sheet(caller.get(), query);
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "Print the handover sheet of a shift",
            description = "In the caller's language, with times in the community's zone. Characters that the font does"
                    + " not have are written by their number in Unicode.")
    public RestResponse<byte[]> print(@BeanParam HandoverQuery query) {
        HandoverSheet sheet = handovers.sheet(caller.get(), query);
        return RestResponse.ResponseBuilder.ok(new HandoverPdf(sheet, language.get()).bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"handover.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/mail")
    @Operation(
            summary = "Send the handover sheet to colleagues",
            description = "To each in their language, into their inbox and by mail as they wish. Only to who runs the"
                    + " desk of the community, because it tells of people and their phones.")
    public RestResponse<HandoverViews.Sent> mail(HandoverViews.NewMail wanted) {
        try {
            return RestResponse.ok(
                    HandoverViews.Sent.of(handovers.send(caller.get(), wanted.query(), wanted.to(), wanted.note())));
        } catch (InvalidInput e) {
            throw e.renamed("?from", "/period/from");
        }
    }
}
