package org.bihuan.workorder.domain;

import java.time.Instant;

/**
 * A step whose time has come.
 *
 * @param at when so much of the allowed time was used up
 */
record PassedStep(Deadline deadline, AnnouncementStep step, Instant at) {
    Announced announced() {
        return new Announced(deadline.name(), deadline.dueAt(), step.percent());
    }
}
