package org.bihuan.followup.domain;

/** Where a follow-up stands. */
public enum FollowUpStatus {
    SCHEDULED,
    /** They were reached, or did not wish to be asked. */
    DONE,
    /** Tried as often as the policy says, and nobody was reached. */
    EXHAUSTED,
    /** Nobody was asked: a manager decided so, or the matter was reopened before the call. */
    WAIVED
}
