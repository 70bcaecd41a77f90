package org.bihuan.followup.domain;

import java.util.List;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up with all that whoever makes the call needs to know.
 *
 * @param callNow whether the queue proposes the call now
 * @param phoneDoubtful whether a call to the reporter's number reached somebody else
 * @param otherPhones of the household, where the reporter's own number is missing or doubtful
 * @param saidLastTime what they said when they were asked about an earlier round
 * @param allowedActions what the present caller may do
 */
public record FollowUpCase(
        FollowUp followUp,
        WorkOrderFacts order,
        List<Attempt> attempts,
        boolean callNow,
        boolean phoneDoubtful,
        List<OtherPhone> otherPhones,
        @Nullable Verdict saidLastTime,
        List<String> allowedActions) {
    /** Somebody else of the same household. */
    public record OtherPhone(String name, String phone) {}

    /** What was done belongs to this follow-up only as long as the matter is in the same round. */
    public boolean isOfPresentRound() {
        return order.round() == followUp.round();
    }
}
