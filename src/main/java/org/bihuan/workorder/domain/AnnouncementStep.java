package org.bihuan.workorder.domain;

/**
 * What is said of a deadline, and when: at 80 % of the allowed time a warning, at 100 % that it has passed, every further half
 * one level up (domain.md, The clocks). There is nobody above the administrators, so after 200 % it is only shown as overdue.
 */
enum AnnouncementStep {
    WARNED(80, "CLOCK_WARNED"),
    BREACHED(100, "CLOCK_BREACHED"),
    ESCALATED(150, "CLOCK_ESCALATED"),
    ESCALATED_AGAIN(200, "CLOCK_ESCALATED");

    private final int percent;
    private final String line;

    AnnouncementStep(int percent, String line) {
        this.percent = percent;
        this.line = line;
    }

    int percent() {
        return percent;
    }

    /** The type of its line on the timeline. */
    String line() {
        return line;
    }
}
