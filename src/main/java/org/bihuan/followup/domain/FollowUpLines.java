package org.bihuan.followup.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.followup.PendingCalls;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.WorkOrders.TimelineNote;

/** What the timeline of a work order says about its follow-up. Owners do not read these lines. */
final class FollowUpLines {
    private FollowUpLines() {}

    static TimelineNote scheduled(FollowUp followUp) {
        Map<String, Object> data = about(followUp);
        data.put("policyReason", followUp.policyReason().name());
        data.put("notBefore", followUp.notBefore().toString());
        data.put("dueAt", followUp.dueAt().toString());
        return new TimelineNote(PendingCalls.SCHEDULED, Actor.SYSTEM, null, false, data);
    }

    static TimelineNote attempt(FollowUp followUp, NewAttempt attempt, Actor by) {
        Map<String, Object> data = about(followUp);
        data.put("outcome", attempt.outcome().name());
        if (attempt.callBackAt() != null) {
            data.put("callBackAt", attempt.callBackAt().toString());
            data.put("dueAt", followUp.dueAt().toString());
        }
        if (attempt.verdict() != null) {
            addVerdict(data, attempt.verdict());
        }
        return new TimelineNote(PendingCalls.ATTEMPT, by, attempt.note(), false, data);
    }

    static TimelineNote dissatisfied(FollowUp followUp, Verdict verdict, Actor by) {
        Map<String, Object> data = about(followUp);
        addVerdict(data, verdict);
        return new TimelineNote("OWNER_DISSATISFIED", by, verdict.comment(), false, data);
    }

    static TimelineNote droppedByReopening(FollowUp followUp) {
        return new TimelineNote("FOLLOW_UP_WAIVED", Actor.SYSTEM, null, false, about(followUp));
    }

    private static Map<String, Object> about(FollowUp followUp) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(PendingCalls.ID, followUp.followUpId().toString());
        return data;
    }

    private static void addVerdict(Map<String, Object> data, Verdict verdict) {
        data.put("resolved", verdict.resolved().name());
        data.put("satisfaction", verdict.satisfaction());
        if (verdict.comment() != null) {
            data.put("comment", verdict.comment());
        }
    }
}
