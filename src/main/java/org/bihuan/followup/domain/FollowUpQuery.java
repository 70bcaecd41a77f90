package org.bihuan.followup.domain;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of follow-ups may be filtered and sorted by. */
public class FollowUpQuery {
    private static final String FIRST_DUE = "dueAt";
    private static final String LAST_DUE = "-dueAt";

    @QueryParam("communityId")
    public @Nullable UUID communityId;

    @QueryParam("workOrderId")
    @Parameter(description = "Of all its rounds")
    public @Nullable UUID workOrderId;

    @QueryParam("status")
    public List<FollowUpStatus> status = List.of();

    @QueryParam("callNow")
    @Parameter(description = "Whether the call is proposed at this moment: in calling hours, or at a time agreed on")
    public @Nullable Boolean callNow;

    @QueryParam("overdue")
    @Parameter(description = "true: those that still wait for a call that should have been made; false: all others")
    public @Nullable Boolean overdue;

    @QueryParam("dueFrom")
    public @Nullable Instant dueFrom;

    @QueryParam("dueBefore")
    @Parameter(description = "Those that must have been called before this instant")
    public @Nullable Instant dueBefore;

    @QueryParam("policyReason")
    public List<PolicyReason> policyReason = List.of();

    @QueryParam("resolved")
    @Parameter(description = "What they said, of those that were reached")
    public List<Resolved> resolved = List.of();

    @QueryParam("sort")
    @Parameter(description = "dueAt (default) or -dueAt")
    public @Nullable String sort;

    /** @throws InvalidInput for whatever the types of the parameters do not say */
    void requireUsable() {
        isLastDueFirst();
    }

    /** @throws InvalidInput for an order that is none */
    boolean isLastDueFirst() {
        if (sort == null || sort.equals(FIRST_DUE)) {
            return false;
        }
        if (sort.equals(LAST_DUE)) {
            return true;
        }
        throw InvalidInput.malformed("?sort", "NOT_ONE_OF", FIRST_DUE + ", " + LAST_DUE);
    }
}
