package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been said of a work order's deadlines, as a value. A deadline that has moved counts as one nobody has heard of. */
record Announcements(List<Announced> said) {
    /**
     * What is to be said now: of every running deadline the last step that has passed, unless it has been said. Who was not
     * looking for a while says so once, not once for every step.
     */
    List<PassedStep> due(Clocks clocks, OpenHours hours, Instant now) {
        return clocks.deadlines().stream()
                .filter(Deadline::isRunning)
                .flatMap(deadline -> lastPassed(deadline, hours, now).stream())
                .toList();
    }

    private Optional<PassedStep> lastPassed(Deadline deadline, OpenHours hours, Instant now) {
        return open(deadline)
                .map(step -> new PassedStep(deadline, step, deadline.usedUp(step.percent(), hours)))
                .filter(passed -> !passed.at().isAfter(now))
                .reduce((earlier, later) -> later);
    }

    /** When something is next to be said; null when nothing is. */
    @Nullable
    Instant next(Clocks clocks, OpenHours hours) {
        return clocks.deadlines().stream()
                .filter(Deadline::isRunning)
                .map(deadline -> open(deadline)
                        .findFirst()
                        .map(step -> deadline.usedUp(step.percent(), hours))
                        .orElse(null))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The steps above the last one said, in order. */
    private Stream<AnnouncementStep> open(Deadline deadline) {
        int last = said.stream()
                .filter(announced -> announced.isOf(deadline))
                .mapToInt(Announced::percent)
                .max()
                .orElse(0);
        return Arrays.stream(AnnouncementStep.values()).filter(step -> step.percent() > last);
    }

    /** What was said of an earlier due time stays, in case the deadline moves back to it. */
    Announcements with(List<PassedStep> more) {
        List<Announced> now = more.stream().map(PassedStep::announced).toList();
        Stream<Announced> others = said.stream()
                .filter(old -> now.stream()
                        .noneMatch(announced -> announced.clock() == old.clock()
                                && announced.dueAt().equals(old.dueAt())));
        return new Announcements(Stream.concat(others, now.stream()).toList());
    }
}
