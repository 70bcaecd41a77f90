package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bihuan.calendar.CallingHours;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.followup.FollowUpId;
import org.bihuan.followup.OwnerDissatisfied;
import org.bihuan.shared.Language;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Versions;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/**
 * Ringing back: what an attempt does to the follow-up and to its work order, in one transaction. The work order is locked
 * before the follow-up, here and wherever both change, so that two changes never wait for each other.
 */
@ApplicationScoped
public class FollowUpService {
    private final FollowUpRepository followUps;
    private final FollowUpCases cases;
    private final WorkOrders workOrders;
    private final PhoneDoubts phones;
    private final Estate estate;
    private final Event<OwnerDissatisfied> dissatisfied;
    private final Clock clock;

    FollowUpService(
            FollowUpRepository followUps,
            FollowUpCases cases,
            WorkOrders workOrders,
            PhoneDoubts phones,
            Estate estate,
            Event<OwnerDissatisfied> dissatisfied,
            Clock clock) {
        this.followUps = followUps;
        this.cases = cases;
        this.workOrders = workOrders;
        this.phones = phones;
        this.estate = estate;
        this.dissatisfied = dissatisfied;
        this.clock = clock;
    }

    /** Which follow-up, as the caller last saw it. */
    public record Target(FollowUpId id, @Nullable String ifMatch) {}

    private record Locked(FollowUp followUp, WorkOrderFacts order) {}

    @Transactional
    public <T> T attempt(Caller by, Target target, NewAttempt reported, Function<FollowUpCase, T> view) {
        Locked locked = lock(by, target.id());
        FollowUp followUp = locked.followUp();
        requireNotOwnWork(by, locked.order().id());
        Versions.requireMatch(target.ifMatch(), followUp.version());
        followUp.requireOpen();
        Instant now = clock.instant();
        NewAttempt attempt =
                AttemptRules.requireWhole(reported, now).dialling(locked.order().reporterPhone());
        Consequence consequence = followUp.record(attempt, now, callingHours(followUp));
        Actor actor = Actor.of(by, by.is(Role.FRONT_DESK) ? Capacity.DESK : Capacity.MANAGER);
        followUps.add(new Attempt(followUp, attempt, actor, now));
        workOrders.note(followUp.workOrderId(), FollowUpLines.attempt(followUp, attempt, actor));
        phones.heard(attempt, locked.order(), now);
        tellTheClock(consequence, followUp); // after all that is looked up, so that the order is written once
        settle(consequence, locked, attempt, actor, Language.best(by.language()));
        return shown(by, followUp, view);
    }

    /** A manager decides that nobody is asked; their reason closes the order. */
    @Transactional
    public <T> T waive(Caller by, Target target, String reason, Function<FollowUpCase, T> view) {
        FollowUp followUp = lock(by, target.id()).followUp();
        requireNotOwnWork(by, followUp.workOrderId());
        Versions.requireMatch(target.ifMatch(), followUp.version());
        followUp.waive(reason, clock.instant());
        workOrders.close(followUp.workOrderId(), ClosingReason.WAIVED, Actor.of(by, Capacity.MANAGER), reason);
        return shown(by, followUp, view);
    }

    private void requireNotOwnWork(Caller by, WorkOrderId order) {
        AttemptRules.requireNotOwnWork(by, workOrders.workersOf(List.of(order)).getOrDefault(order, Set.of()));
    }

    private Locked lock(Caller by, FollowUpId id) {
        WorkOrderId orderId = followUps
                .whereabouts(id)
                .filter(found -> by.runsTheDeskOf(found.communityId()))
                .map(found -> new WorkOrderId(found.workOrderId()))
                .orElseThrow(NotFound::new);
        WorkOrderFacts order = workOrders.lock(orderId);
        return new Locked(followUps.loadForChange(id), order);
    }

    private void tellTheClock(Consequence consequence, FollowUp followUp) {
        if (consequence == Consequence.STAYS_OPEN) {
            workOrders.moveFollowUp(followUp.workOrderId(), followUp.dueAt());
        } else {
            workOrders.meetFollowUp(followUp.workOrderId());
        }
    }

    private CallingHours callingHours(FollowUp followUp) {
        return estate.community(followUp.communityId())
                .orElseThrow(NotFound::new)
                .callingHours();
    }

    private void settle(Consequence consequence, Locked locked, NewAttempt attempt, Actor actor, Language language) {
        WorkOrderId order = locked.order().id();
        switch (consequence) {
            case STAYS_OPEN -> {}
            case VERIFIED -> verified(locked.followUp(), Objects.requireNonNull(attempt.verdict()), actor);
            case NOT_RESOLVED ->
                workOrders.reopen(order, actor, reopeningReason(Objects.requireNonNull(attempt.verdict()), language));
            case REFUSED -> workOrders.close(order, ClosingReason.REFUSED, actor, attempt.note());
            case UNREACHABLE -> workOrders.close(order, ClosingReason.UNREACHABLE, actor, attempt.note());
        }
    }

    private void verified(FollowUp followUp, Verdict verdict, Actor actor) {
        WorkOrderId order = followUp.workOrderId();
        if (verdict.isResolvedButUnhappy()) {
            workOrders.note(order, FollowUpLines.dissatisfied(followUp, verdict, actor));
        }
        workOrders.close(order, ClosingReason.VERIFIED, actor, verdict.comment());
        if (verdict.isResolvedButUnhappy()) {
            dissatisfied.fire(new OwnerDissatisfied(
                    workOrders.find(order).orElseThrow(),
                    followUp.followUpId(),
                    verdict.satisfaction(),
                    verdict.comment(),
                    actor,
                    clock.instant()));
        }
    }

    private static String reopeningReason(Verdict verdict, Language language) {
        String comment = verdict.comment() == null ? "" : verdict.comment();
        return language.say("follow-up." + verdict.resolved(), List.of(comment)).strip();
    }

    private <T> T shown(Caller by, FollowUp followUp, Function<FollowUpCase, T> view) {
        followUps.flush();
        return view.apply(cases.of(by, followUp));
    }
}
