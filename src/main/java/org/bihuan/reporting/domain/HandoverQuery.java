package org.bihuan.reporting.domain;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which shift is handed over. */
public class HandoverQuery {
    @QueryParam("communityId")
    @Parameter(description = "Need not be said by who works in one community only")
    public @Nullable UUID communityId;

    @QueryParam("from")
    @Parameter(description = "When the shift began; eight hours before its end when nothing is said")
    public @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "When it ends; now when nothing is said")
    public @Nullable Instant to;

    public HandoverQuery() {}

    public HandoverQuery(@Nullable UUID communityId, @Nullable Instant from, @Nullable Instant to) {
        this.communityId = communityId;
        this.from = from;
        this.to = to;
    }
}
