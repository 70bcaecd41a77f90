package org.bihuan.followup.domain;

/** How one try to reach somebody ended. */
public enum Outcome {
    REACHED,
    NO_ANSWER,
    BUSY,
    WRONG_NUMBER,
    REFUSED,
    CALL_BACK;

    /** Whether who was asked for answered at that number. */
    boolean isRightNumber() {
        return switch (this) {
            case REACHED, REFUSED, CALL_BACK -> true;
            case NO_ANSWER, BUSY, WRONG_NUMBER -> false;
        };
    }

    /**
     * Whether it counts towards being unreachable. A call back does not: somebody was reached and asked for another
     * time, so to close the matter as "nobody could be reached" would not be true.
     */
    boolean isNotReached() {
        return switch (this) {
            case NO_ANSWER, BUSY, WRONG_NUMBER -> true;
            case REACHED, REFUSED, CALL_BACK -> false;
        };
    }
}
