package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Versions;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Material;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.Verb;
import org.bihuan.workorder.WorkOrderClosed;
import org.bihuan.workorder.WorkOrderCompleted;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderReopened;
import org.bihuan.workorder.WorkOrderView;
import org.jspecify.annotations.Nullable;

/** The verbs of a work order, each in one transaction with its timeline line and whatever observers do about it. */
@ApplicationScoped
public class WorkOrderService {
    private final WorkOrderRepository orders;
    private final Timeline timeline;
    private final WorkOrderViews views;
    private final ClockPolicyRepository policies;
    private final Accounts accounts;
    private final Estate estate;
    private final Event<WorkOrderCompleted> completed;
    private final Event<WorkOrderReopened> reopened;
    private final Event<WorkOrderClosed> closed;
    private final Clock clock;

    WorkOrderService(
            WorkOrderRepository orders,
            Timeline timeline,
            WorkOrderViews views,
            ClockPolicyRepository policies,
            Accounts accounts,
            Estate estate,
            Event<WorkOrderCompleted> completed,
            Event<WorkOrderReopened> reopened,
            Event<WorkOrderClosed> closed,
            Clock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.views = views;
        this.policies = policies;
        this.accounts = accounts;
        this.estate = estate;
        this.completed = completed;
        this.reopened = reopened;
        this.closed = closed;
        this.clock = clock;
    }

    /** Which order, as the caller last saw it. */
    public record Target(WorkOrderId id, @Nullable String ifMatch) {}

    /** What was done, or answered. */
    public record Report(
            String text,
            @Nullable ResolutionCode code,
            @Nullable String cause,
            @Nullable Integer labourMinutes,
            List<Material> materials) {}

    private interface Deed {
        Step on(WorkOrder order, Actor by, Instant now);
    }

    @Transactional
    public WorkOrderView dispatch(Caller by, Target target, UUID assignee, @Nullable String note) {
        WorkOrder order = load(by, target);
        Actor actor = Capacities.acting(by, order, Verb.DISPATCH, clock.instant());
        WorkOrderRules.requireSomebodyElse(order, assignee);
        Accounts.Person person = accounts.find(new AccountId(assignee))
                .filter(somebody -> somebody.worksIn(order.communityId()))
                .orElseThrow(() -> InvalidInput.invalid("/assigneeId", "UNKNOWN_ASSIGNEE"));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("assigneeId", assignee.toString());
        data.put("assigneeName", person.displayName());
        return act(
                by,
                order,
                actor,
                new TimelineText(null, note, false, data),
                (known, who, now) -> known.dispatch(who, assignee, now, terms(known)));
    }

    @Transactional
    public WorkOrderView accept(Caller by, Target target) {
        return simple(by, target, Verb.ACCEPT, TimelineText.NONE, WorkOrder::accept);
    }

    @Transactional
    public WorkOrderView decline(Caller by, Target target, String reason) {
        return simple(
                by,
                target,
                Verb.DECLINE,
                TimelineText.because(reason),
                (order, actor, now) -> order.decline(actor, now, terms(order)));
    }

    @Transactional
    public WorkOrderView recall(Caller by, Target target, String reason) {
        return simple(
                by,
                target,
                Verb.RECALL,
                TimelineText.because(reason),
                (order, actor, now) -> order.recall(actor, now, terms(order)));
    }

    @Transactional
    public WorkOrderView start(Caller by, Target target) {
        return simple(by, target, Verb.START, TimelineText.NONE, WorkOrder::start);
    }

    @Transactional
    public WorkOrderView hold(Caller by, Target target, HoldReason reason, String note, Instant nextCheckAt) {
        WorkOrderRules.requireInTheFuture("/nextCheckAt", nextCheckAt, clock.instant());
        TimelineText text = new TimelineText(reason.name(), note, false, Map.of("nextCheckAt", nextCheckAt.toString()));
        return simple(
                by,
                target,
                Verb.HOLD,
                text,
                (order, actor, now) ->
                        order.hold(actor, new Hold(reason, note, now, nextCheckAt, order.status()), now));
    }

    @Transactional
    public WorkOrderView resume(Caller by, Target target) {
        return simple(
                by,
                target,
                Verb.RESUME,
                TimelineText.NONE,
                (order, actor, now) -> order.resume(actor, now, hours(order)));
    }

    @Transactional
    public WorkOrderView complete(Caller by, Target target, Report report) {
        WorkOrder order = load(by, target);
        Actor actor = Capacities.acting(by, order, Verb.COMPLETE, clock.instant());
        ResolutionCode code = WorkOrderRules.requireFittingCode(order, report.code());
        UUID workedBy = code == ResolutionCode.DONE ? order.assigneeId() : actor.id();
        Resolution resolution = new Resolution(
                code, report.text(), report.cause(), report.labourMinutes(), report.materials(), null, workedBy);
        Instant now = clock.instant();
        return resolved(by, order, order.complete(actor, resolution, now), resolution, now);
    }

    @Transactional
    public WorkOrderView refer(Caller by, Target target, String to, String advice) {
        WorkOrder order = load(by, target);
        Actor actor = Capacities.acting(by, order, Verb.REFER, clock.instant());
        Resolution resolution = new Resolution(ResolutionCode.REFERRED, advice, null, null, List.of(), to, null);
        Instant now = clock.instant();
        return resolved(by, order, order.refer(actor, resolution, now), resolution, now);
    }

    private WorkOrderView resolved(Caller by, WorkOrder order, Step step, Resolution resolution, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("resolution", resolution);
        timeline.step(order, step, now, new TimelineText(null, resolution.text(), true, data));
        completed.fire(new WorkOrderCompleted(order.facts(), resolution.code(), resolution.workedBy(), now));
        return done(by, order);
    }

    @Transactional
    public WorkOrderView cancel(Caller by, Target target, String reason) {
        return simple(by, target, Verb.CANCEL, TimelineText.because(reason), WorkOrder::cancel);
    }

    @Transactional
    public WorkOrderView reopen(Caller by, Target target, String reason) {
        WorkOrder order = load(by, target);
        Actor actor = Capacities.acting(by, order, Verb.REOPEN, clock.instant());
        reopen(order, actor, reason);
        return done(by, order);
    }

    /** A manager closes without the owner having been asked, and says why. */
    @Transactional
    public WorkOrderView waive(Caller by, Target target, String reason) {
        WorkOrder order = load(by, target);
        Actor actor = Capacities.acting(by, order, Verb.CLOSE, clock.instant());
        WorkOrderRules.requireNotOwnWork(by.id().value(), timeline.workersOf(order.workOrderId()));
        close(order, actor, ClosingReason.WAIVED, reason);
        return done(by, order);
    }

    void reopen(WorkOrder order, Actor by, String reason) {
        Instant now = clock.instant();
        Map<String, Object> ended = new LinkedHashMap<>();
        ended.put("resolution", order.resolution());
        ended.put("closing", order.closing());
        ended.put("clocks", order.clocks().stopAll().deadlines());
        Step step = order.reopen(by, now, terms(order));
        boolean theOwnersWords = by.capacity() == Capacity.OWNER;
        timeline.step(
                order, step, now, new TimelineText(reason, theOwnersWords ? reason : null, theOwnersWords, ended));
        reopened.fire(new WorkOrderReopened(order.facts(), by, now));
    }

    void close(WorkOrder order, Actor by, ClosingReason reason, @Nullable String note) {
        Instant now = clock.instant();
        Step step = order.close(by, reason, note, now);
        timeline.step(order, step, now, new TimelineText(reason.name(), note, false, Map.of()));
        closed.fire(new WorkOrderClosed(order.facts(), reason, by, now));
    }

    private WorkOrderView simple(Caller by, Target target, Verb verb, TimelineText text, Deed deed) {
        WorkOrder order = load(by, target);
        return act(by, order, Capacities.acting(by, order, verb, clock.instant()), text, deed);
    }

    /** Clocks that begin anew are not lost: the line has how the old ones stood. */
    private WorkOrderView act(Caller by, WorkOrder order, Actor actor, TimelineText text, Deed deed) {
        Clocks before = order.clocks();
        Instant now = clock.instant();
        Step step = deed.on(order, actor, now);
        List<Deadline> ended = order.clocks().endedSince(before);
        timeline.step(order, step, now, ended.isEmpty() ? text : text.with("clocks", ended));
        return done(by, order);
    }

    private WorkOrder load(Caller by, Target target) {
        WorkOrder order = orders.loadForChange(target.id());
        Capacities.require(by, order);
        Versions.requireMatch(target.ifMatch(), order.version());
        return order;
    }

    private WorkOrderView done(Caller by, WorkOrder order) {
        orders.flush();
        return views.of(by, order);
    }

    private ClockTerms terms(WorkOrder order) {
        return new ClockTerms(policies.plan(order.kind(), order.priority(), order.categoryId()), hours(order));
    }

    private OpenHours hours(WorkOrder order) {
        return new OpenHours(
                estate.community(order.communityId()).orElseThrow(NotFound::new).workingTime());
    }
}
