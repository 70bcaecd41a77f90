package org.bihuan.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bihuan.demo.DayScript.Attempt;
import org.jspecify.annotations.Nullable;

/** Rings back about one matter, attempt after attempt, as long as the follow-up is still open. */
final class FollowUpPlay {
    private static final Duration CALL_BACK_IN = Duration.ofHours(1);

    private final InstantSource clock;

    FollowUpPlay(InstantSource clock) {
        this.clock = clock;
    }

    /** What the API is asked; field names are the contract's. */
    record NewAttempt(
            String outcome,
            @Nullable String callBackAt,
            @Nullable Verdict verdict) {}

    /** What whoever was reached said. */
    record Verdict(
            String resolved,
            @Nullable Integer satisfaction,
            @Nullable String comment) {}

    void play(ApiClient by, String followUpId, List<Attempt> attempts, @Nullable String comment) {
        String path = "/follow-ups/" + followUpId;
        ApiAnswer newest = by.get(path);
        for (Attempt attempt : attempts) {
            // An installation whose policy asks for fewer attempts has ended it before the script does.
            if (!"SCHEDULED".equals(newest.text("status"))) {
                return;
            }
            newest = by.post(path + "/attempts", request(attempt, comment), OrderPlay.etagOf(newest));
        }
    }

    static String status(ApiClient by, String followUpId) {
        return by.get("/follow-ups/" + followUpId).text("status");
    }

    private NewAttempt request(Attempt attempt, @Nullable String comment) {
        String resolved = attempt.resolved();
        Verdict verdict = resolved == null ? null : new Verdict(resolved, attempt.satisfaction(), comment);
        String callBackAt = attempt.outcome().equals("CALL_BACK") ? soon() : null;
        return new NewAttempt(attempt.outcome(), callBackAt, verdict);
    }

    private String soon() {
        return clock.instant()
                .plus(CALL_BACK_IN)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
