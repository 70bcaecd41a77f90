package org.bihuan.followup.domain;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of follow-ups may be filtered by. */
public class FollowUpQuery {
    @QueryParam("communityId")
    public @Nullable UUID communityId;

    @QueryParam("status")
    public List<FollowUpStatus> status = List.of();

    @QueryParam("dueBefore")
    @Parameter(description = "Those that must have been called before this instant")
    public @Nullable Instant dueBefore;
}
