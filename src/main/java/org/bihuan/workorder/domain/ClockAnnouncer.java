package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.AccountId;
import org.bihuan.company.Staff;
import org.bihuan.company.Staff.Colleague;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Ids;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.ClockAnnounced;
import org.jspecify.annotations.Nullable;

/** Announces what is due of orders of the present company: the notice, its line, its event and the order's mark together. */
@ApplicationScoped
class ClockAnnouncer {
    /** How long an order rests that could not be announced. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final AnnouncementRepository announcements;
    private final Timeline timeline;
    private final Estate estate;
    private final Staff staff;
    private final Event<ClockAnnounced> announced;
    private final Clock clock;

    ClockAnnouncer(
            AnnouncementRepository announcements,
            Timeline timeline,
            Estate estate,
            Staff staff,
            Event<ClockAnnounced> announced,
            Clock clock) {
        this.announcements = announcements;
        this.timeline = timeline;
        this.estate = estate;
        this.staff = staff;
        this.announced = announced;
        this.clock = clock;
    }

    /** @return how many orders were taken in hand; what somebody else has in hand, or has done, is left alone */
    @Transactional
    int announce(List<UUID> ids) {
        Instant now = clock.instant();
        List<WorkOrder> due = announcements.stillDue(ids, now);
        Surroundings around = new Surroundings();
        due.forEach(order -> announce(order, around, now));
        announcements.flush();
        return due.size();
    }

    @Transactional
    void postpone(UUID order) {
        Instant now = clock.instant();
        announcements.postpone(order, now, now.plus(REST));
    }

    private void announce(WorkOrder order, Surroundings around, Instant now) {
        OpenHours hours = around.hours(order);
        List<PassedStep> passed = order.dueAnnouncements(hours, now);
        passed.forEach(step -> say(order, step, around, now));
        order.announced(passed, hours);
    }

    private void say(WorkOrder order, PassedStep passed, Surroundings around, Instant now) {
        List<Colleague> audience = AudienceRule.audience(passed.deadline().name(), passed.step(), around.people(order));
        UUID id = Ids.next();
        if (announcements.add(id, order, passed, audience, now)) {
            timeline.line(order, passed.step().line(), Actor.SYSTEM, now, words(passed, audience));
            announced.fire(new ClockAnnounced(
                    id,
                    order.facts(),
                    passed.deadline().name(),
                    passed.step().percent(),
                    passed.deadline().dueAt(),
                    audience.stream().map(Colleague::id).collect(Collectors.toSet())));
        }
    }

    private static TimelineText words(PassedStep passed, List<Colleague> audience) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("clock", passed.deadline().name().name());
        data.put("percent", passed.step().percent());
        data.put("dueAt", passed.deadline().dueAt().toString());
        data.put("passedAt", passed.at().toString());
        data.put("audience", audience.stream().map(Colleague::displayName).toList());
        return TimelineText.data(data);
    }

    /** What many orders of one batch have in common, looked up once. */
    private final class Surroundings {
        private final Map<UUID, OpenHours> hours = new LinkedHashMap<>();
        private final Map<UUID, List<Colleague>> colleagues = new LinkedHashMap<>();
        private @Nullable List<Colleague> administrators;

        OpenHours hours(WorkOrder order) {
            return hours.computeIfAbsent(
                    order.communityId(),
                    id -> new OpenHours(
                            estate.community(id).orElseThrow(NotFound::new).workingTime()));
        }

        AudienceRule.People people(WorkOrder order) {
            if (administrators == null) {
                administrators = staff.administrators();
            }
            UUID assignee = order.assigneeId();
            return new AudienceRule.People(
                    assignee != null,
                    assignee == null
                            ? null
                            : staff.colleague(new AccountId(assignee)).orElse(null),
                    colleagues.computeIfAbsent(order.communityId(), staff::of),
                    administrators);
        }
    }
}
