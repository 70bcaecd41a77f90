package org.bihuan.shared;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters every list takes. */
public class PageQuery {
    private static final int LARGEST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Parameter(description = "How many at most; more than 200 becomes 200, below 1 is refused", example = "50")
    public int limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before; opaque, bound to the same filter")
    public @Nullable String cursor;

    @QueryParam("withTotal")
    @DefaultValue("false")
    @Parameter(description = "Whether to count them all", example = "false")
    public boolean withTotal;

    /** @throws InvalidInput below 1 */
    public int size() {
        if (limit < 1) {
            throw InvalidInput.malformed("?limit", "TOO_SMALL", 1);
        }
        return Math.min(limit, LARGEST);
    }
}
