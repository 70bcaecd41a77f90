package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.SearchQuery;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** What this module does for others. */
@ApplicationScoped
class PublishedWorkOrders implements WorkOrders {
    private final WorkOrderRegistration registration;
    private final WorkOrderService service;
    private final WorkOrderRepository orders;
    private final WorkOrderFinding finding;
    private final FollowedWorkOrders followed;
    private final Timeline timeline;
    private final WorkOrderViews views;
    private final TrackingLinks links;
    private final Clock clock;

    PublishedWorkOrders(
            WorkOrderRegistration registration,
            WorkOrderService service,
            WorkOrderRepository orders,
            WorkOrderFinding finding,
            FollowedWorkOrders followed,
            Timeline timeline,
            WorkOrderViews views,
            TrackingLinks links,
            Clock clock) {
        this.registration = registration;
        this.service = service;
        this.orders = orders;
        this.finding = finding;
        this.followed = followed;
        this.timeline = timeline;
        this.views = views;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public WorkOrderId open(Caller by, Actor actor, NewWorkOrder matter, String pointer) {
        return registration.open(actor, matter, pointer).workOrderId();
    }

    @Override
    public List<FieldError> check(NewWorkOrder matter, @Nullable UUID community, String pointer) {
        return registration.check(matter, community, pointer);
    }

    @Override
    public List<WorkOrderView> views(Caller by, List<WorkOrderId> ids) {
        orders.flush();
        List<WorkOrder> found = orders.all(ids.stream().map(WorkOrderId::value).toList()).stream()
                .sorted(Comparator.comparingInt(order -> ids.indexOf(order.workOrderId())))
                .toList();
        return views.of(by, found);
    }

    @Override
    public Optional<WorkOrderFacts> find(WorkOrderId id) {
        return orders.findByIdOptional(id.value()).map(WorkOrder::facts);
    }

    @Override
    public Map<WorkOrderId, WorkOrderFacts> findAll(Collection<WorkOrderId> ids) {
        return orders.all(ids.stream().map(WorkOrderId::value).toList()).stream()
                .map(WorkOrder::facts)
                .collect(Collectors.toMap(WorkOrderFacts::id, Function.identity()));
    }

    @Override
    public List<WorkOrderFacts> found(Set<UUID> communities, SearchQuery query, int limit) {
        return finding.find(communities, query, limit);
    }

    @Override
    public List<WorkOrderFacts> openOf(
            Collection<UUID> communities,
            Collection<UUID> residents,
            Collection<UUID> units,
            Collection<String> phones,
            int limit) {
        return orders.openOf(communities, residents, units, phones, limit).stream()
                .map(WorkOrder::facts)
                .toList();
    }

    @Override
    public List<UUID> buildingsWithManyAlike(Collection<UUID> buildings, Instant since, int atLeast) {
        return buildings.isEmpty() ? List.of() : orders.buildingsWithManyAlike(buildings, since, atLeast);
    }

    @Override
    public WorkOrderFacts lock(WorkOrderId id) {
        return orders.loadForChange(id).facts();
    }

    @Override
    public Map<WorkOrderId, Set<UUID>> workersOf(Collection<WorkOrderId> ids) {
        return timeline.workersOf(ids);
    }

    @Override
    public void attachFollowUp(WorkOrderId id, UUID followUp, Instant opensAt, Instant dueAt) {
        orders.loadForChange(id).attachFollowUp(followUp, opensAt, dueAt);
    }

    @Override
    public void moveFollowUp(WorkOrderId id, Instant dueAt) {
        orders.loadForChange(id).moveFollowUp(dueAt);
    }

    @Override
    public void meetFollowUp(WorkOrderId id) {
        orders.loadForChange(id).followedUp(clock.instant());
    }

    @Override
    public void close(WorkOrderId id, ClosingReason reason, Actor by, @Nullable String note) {
        service.close(orders.loadForChange(id), by, reason, note);
    }

    @Override
    public void reopen(WorkOrderId id, Actor by, String reason) {
        service.reopen(orders.loadForChange(id), by, reason);
    }

    @Override
    public void note(WorkOrderId id, TimelineNote note) {
        WorkOrder order = orders.loadForChange(id);
        Instant now = clock.instant();
        timeline.line(
                order, note.type(), note.by(), now, new TimelineText(null, note.text(), note.visible(), note.data()));
    }

    @Override
    public List<WorkOrderFacts> followedBy(Residence residence, @Nullable WorkOrderId before, int limit) {
        return followed.list(residence, before, limit).stream()
                .map(WorkOrder::facts)
                .toList();
    }

    @Override
    public long countFollowedBy(Residence residence) {
        return followed.count(residence);
    }

    @Override
    public boolean mayFollow(Residence residence, WorkOrderId id) {
        return orders.findByIdOptional(id.value())
                .filter(order -> FollowedWorkOrders.isFollowed(order, residence))
                .isPresent();
    }

    @Override
    public Map<WorkOrderId, Progress> progress(Collection<WorkOrderId> ids) {
        orders.flush();
        return orders.all(ids.stream().map(WorkOrderId::value).toList()).stream()
                .collect(Collectors.toMap(WorkOrder::workOrderId, PublishedWorkOrders::progress));
    }

    private static Progress progress(WorkOrder order) {
        Map<ClockName, Instant> due = order.clocks().deadlines().stream()
                .filter(Deadline::isRunning)
                .collect(Collectors.toMap(Deadline::name, Deadline::dueAt));
        Hold hold = order.hold();
        return new Progress(
                order.facts(),
                order.lines(),
                order.channel(),
                order.preferredWindow(),
                due,
                hold == null ? null : hold.nextCheckAt());
    }

    @Override
    public PublicTimeline publicTimeline(WorkOrderId id, PublicLines lines, int limit) {
        List<PublicEntry> newest = timeline.visibleOf(id, lines, limit + 1).stream()
                .map(TimelineEntry::publicEntry)
                .toList();
        boolean truncated = newest.size() > limit;
        return new PublicTimeline((truncated ? newest.subList(0, limit) : newest).reversed(), truncated);
    }

    @Override
    public Optional<Instant> lastLine(WorkOrderId id, String type) {
        return timeline.lastLine(id, type);
    }

    @Override
    public Prospect prospect(WorkOrderId id) {
        WorkOrder order = orders.load(id);
        Instant arriveBy = order.clocks().deadlines().stream()
                .filter(deadline -> deadline.name() == ClockName.ARRIVE && deadline.isRunning())
                .map(Deadline::dueAt)
                .findFirst()
                .orElse(null);
        return new Prospect(links.url(order), order.preferredWindow(), arriveBy);
    }

    @Override
    public Optional<WorkOrderId> track(String token) {
        return links.open(token);
    }

    @Override
    public void renewTrackingLink(WorkOrderId id, Actor by) {
        WorkOrder order = orders.loadForChange(id);
        links.renew(order);
        timeline.line(order, "RENEW_TRACKING_LINK", by, clock.instant(), TimelineText.NONE);
    }

    @Override
    public List<String> allowedActions(WorkOrderId id, Actor by) {
        return WorkOrderRules.actions(orders.load(id), Set.of(by.capacity()), clock.instant());
    }
}
