package org.bihuan.search.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.company.SearchSource;
import org.bihuan.search.domain.SearchService;
import org.bihuan.shared.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/search")
@Tag(name = "The desk")
class SearchResource {
    private static final int MOST = 50;

    private final SearchService service;
    private final CurrentCaller caller;

    SearchResource(SearchService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN, Role.Names.ADMIN})
    @Operation(
            summary = "Find anything",
            description = "One box for numbers of work orders, phones or their last digits, units however they are"
                    + " written, names, pinyin, initials and words. Each hit says what matched, the best comes first."
                    + " Technicians find what is given to them, administrators units and residents.")
    public SearchViews.Found find(
            @QueryParam("q")
                    @Parameter(description = "As people type it; the longest is 1000 characters", example = "王芳")
                    @Nullable
                    String q,
            @QueryParam("communityId") @Nullable UUID communityId,
            @QueryParam("type") @Parameter(description = "Only hits of these types") List<SearchSource.Type> type,
            @QueryParam("limit")
                    @DefaultValue("20")
                    @Min(1)
                    @Parameter(description = "More than 50 becomes 50", example = "20")
                    int limit) {
        if (q == null) {
            throw InvalidInput.malformed("?q", "REQUIRED");
        }
        return SearchViews.Found.of(service.find(caller.get(), q, communityId, type, Math.min(limit, MOST)));
    }
}
