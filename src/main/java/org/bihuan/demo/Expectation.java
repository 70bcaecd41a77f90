package org.bihuan.demo;

import java.util.List;
import java.util.Objects;
import org.bihuan.demo.DayScript.Attempt;
import org.bihuan.demo.DayScript.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the day must come to under the follow-up policy that a new company starts with: inquiries,
 * suggestions and visits answered at the desk are not rung back, everything else is. A closing reason or follow-
 * up that is null is not looked at.
 */
record Expectation(
        String status,
        int round,
        @Nullable String closingReason,
        @Nullable String followUpStatus) {
    private static final Expectation NOT_CALLED = new Expectation("CLOSED", 1, "NOT_SAMPLED", null);
    private static final Expectation VERIFIED = new Expectation("CLOSED", 1, "VERIFIED", "DONE");
    private static final Expectation UNREACHABLE = new Expectation("CLOSED", 1, "UNREACHABLE", "EXHAUSTED");
    private static final Expectation REOPENED = new Expectation("REGISTERED", 2, null, "DONE");
    private static final Expectation CANCELLED = new Expectation("CANCELLED", 1, null, null);
    private static final Expectation ACCEPTED = new Expectation("ACCEPTED", 1, null, null);

    static Expectation of(Entry entry) {
        return switch (entry.path()) {
            case DESK -> NOT_CALLED;
            case DONE, DECLINED, HELD, REFER -> afterCalling(entry.attempts());
            case CANCEL -> CANCELLED;
            case OPEN -> ACCEPTED;
        };
    }

    boolean isMetBy(Played played) {
        return status.equals(played.endStatus())
                && round == played.endRound()
                && (closingReason == null || closingReason.equals(played.closingReason()))
                && (followUpStatus == null || followUpStatus.equals(played.followUpStatus()));
    }

    /** The expectation in one line, worded like {@link Played#end()}. */
    String text() {
        return wording(status, round, closingReason, followUpStatus);
    }

    static String wording(String status, int round, @Nullable String closingReason, @Nullable String followUpStatus) {
        String how = closingReason == null ? "" : " " + closingReason;
        String call = followUpStatus == null ? "" : ", follow-up " + followUpStatus;
        return status + how + ", round " + round + call;
    }

    private static Expectation afterCalling(List<Attempt> attempts) {
        return attempts.stream()
                .map(Attempt::resolved)
                .filter(Objects::nonNull)
                .findFirst()
                .map(resolved -> resolved.equals("YES") ? VERIFIED : REOPENED)
                .orElse(UNREACHABLE);
    }
}
