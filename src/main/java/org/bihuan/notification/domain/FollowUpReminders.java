package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.company.Addressees;
import org.bihuan.company.Addressees.Addressee;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.followup.FollowUpId;
import org.bihuan.followup.PendingCalls;
import org.bihuan.followup.PendingCalls.Waiting;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.JobHandler.Result;
import org.bihuan.shared.Jobs;
import org.bihuan.workorder.WorkOrderRecorded;
import org.jspecify.annotations.Nullable;

/** Reminds the desk of the calls it has to make, when they can be made: each attempt once. */
@ApplicationScoped
public class FollowUpReminders {
    public static final String REMIND = "REMIND_OF_FOLLOW_UP";
    private static final String FOLLOW_UP = "followUp";
    private static final String ATTEMPTS = "attempts";
    private static final String AGREED_BY = "agreedBy";

    private final PendingCalls calls;
    private final MessageRepository messages;
    private final Outbox outbox;
    private final Addressees addressees;
    private final Estate estate;
    private final Jobs jobs;
    private final Clock clock;

    FollowUpReminders(
            PendingCalls calls,
            MessageRepository messages,
            Outbox outbox,
            Addressees addressees,
            Estate estate,
            Jobs jobs,
            Clock clock) {
        this.calls = calls;
        this.messages = messages;
        this.outbox = outbox;
        this.addressees = addressees;
        this.estate = estate;
        this.jobs = jobs;
        this.clock = clock;
    }

    void hear(@Observes WorkOrderRecorded recorded) {
        WorkOrderRecorded.Line line = recorded.line();
        if (line.type().equals(PendingCalls.SCHEDULED) || line.type().equals(PendingCalls.ATTEMPT)) {
            UUID id = UUID.fromString(String.valueOf(line.data().get(PendingCalls.ID)));
            calls.waiting(new FollowUpId(id))
                    .ifPresent(call -> promise(call, line.by().id()));
        }
    }

    private void promise(Waiting call, @Nullable UUID by) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(FOLLOW_UP, call.id().toString());
        data.put(ATTEMPTS, Integer.toString(call.attempts()));
        if (call.agreed() && by != null) {
            data.put(AGREED_BY, by.toString());
        }
        jobs.add(new Jobs.NewJob(REMIND, call.id() + ":" + call.attempts(), call.notBefore(), data));
    }

    /** Only of a call that still waits, and for just this attempt. */
    @Transactional
    public Result remind(Jobs.Job job) {
        FollowUpId id = new FollowUpId(UUID.fromString(job.get(FOLLOW_UP)));
        int attempts = Integer.parseInt(job.get(ATTEMPTS));
        Waiting call =
                calls.waiting(id).filter(found -> found.attempts() == attempts).orElse(null);
        if (call == null) {
            return Result.DONE;
        }
        if (call.notBefore().isAfter(clock.instant())) {
            return new Result.Later(call.notBefore());
        }
        String event = "follow-up:" + job.key();
        if (!messages.isTold(event)) {
            MessageKind kind = call.agreed() ? MessageKind.CALL_BACK_DUE : MessageKind.FOLLOW_UP_DUE;
            outbox.tell(new News(kind, event, call.order(), facts(call), null), callers(call, job));
        }
        return Result.DONE;
    }

    private Facts facts(Waiting call) {
        return Facts.forStaff(call.order(), estate.zone(call.order().communityId()))
                .with(Fact.WORDS, call.order().resolutionText())
                .with(Fact.FROM, call.notBefore())
                .with(Fact.UNTIL, call.dueAt())
                .with(Fact.FOLLOW_UP, call.id())
                .with(Fact.ATTEMPTS, call.attempts());
    }

    /** Who agreed on the time, as long as they work there; else the desk, and where there is none the managers. */
    private List<Addressee> callers(Waiting call, Jobs.Job job) {
        UUID community = call.order().communityId();
        List<Addressee> desk = addressees.staff(community, Role.FRONT_DESK);
        List<Addressee> managers = addressees.staff(community, Role.MANAGER);
        String agreedBy = job.data().get(AGREED_BY);
        return Stream.concat(desk.stream(), managers.stream())
                .filter(person -> person.id().toString().equals(agreedBy))
                .findFirst()
                .map(List::of)
                .orElse(desk.isEmpty() ? managers : desk);
    }

    /** Whether what a reminder says is no longer so, because somebody has rung since or nobody is to be asked. */
    boolean isOvertaken(Message reminder) {
        String id = reminder.facts().text(Fact.FOLLOW_UP);
        int attempts = reminder.facts().number(Fact.ATTEMPTS);
        return !id.isEmpty()
                && calls.waiting(new FollowUpId(UUID.fromString(id)))
                        .filter(call -> call.attempts() == attempts)
                        .isEmpty();
    }
}
