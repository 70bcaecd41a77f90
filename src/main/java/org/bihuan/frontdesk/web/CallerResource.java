package org.bihuan.frontdesk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.frontdesk.domain.CallerCard;
import org.bihuan.frontdesk.domain.CallerCards;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/callers")
@Tag(name = "The desk")
class CallerResource {
    private final CallerCards cards;
    private final CurrentCaller caller;

    CallerResource(CallerCards cards, CurrentCaller caller) {
        this.cards = cards;
        this.caller = caller;
    }

    @Schema(name = "CallerMatches")
    record Matches(List<CallerCard> matches) {}

    @GET
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Who is ringing",
            description = "Exactly one of the two. Who still lives there comes first, ten matches at most.")
    public Matches find(
            @QueryParam("phone") @Parameter(description = "As people type it") @Nullable String phone,
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "A name, its pinyin or initials, a phone or its last digits, a unit's code, the number of a work order, or words of it")
                    @Nullable
                    String q) {
        return new Matches(cards.find(caller.get(), phone, q));
    }
}
