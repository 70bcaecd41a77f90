package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.company.Caller;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.jspecify.annotations.Nullable;

/** Shows work orders to their callers, with the names that belong to other modules, fetched once for all of them. */
@ApplicationScoped
class WorkOrderViews {
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final TrackingLinks links;
    private final CurrentLanguage language;
    private final Clock clock;

    WorkOrderViews(
            Accounts accounts,
            Catalogue catalogue,
            Timeline timeline,
            TrackingLinks links,
            CurrentLanguage language,
            Clock clock) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.links = links;
        this.language = language;
        this.clock = clock;
    }

    WorkOrderView of(Caller caller, WorkOrder order) {
        return of(caller, List.of(order)).getFirst();
    }

    List<WorkOrderView> of(Caller caller, List<WorkOrder> orders) {
        Set<UUID> categoryIds = ids(orders.stream().map(WorkOrder::categoryId));
        Map<UUID, Catalogue.Category> categories = categoryIds.isEmpty() ? Map.of() : catalogue.categories(categoryIds);
        Set<UUID> people = ids(orders.stream().map(WorkOrder::assigneeId));
        Map<AccountId, String> names = people.isEmpty() ? Map.of() : names(people);
        Instant now = clock.instant();
        Set<WorkOrderId> own = ownWork(caller, orders);
        return orders.stream()
                .map(order -> view(caller, order, categories, names, actions(caller, order, own, now), now))
                .toList();
    }

    /** Of those that a manager could close without a call, the ones they worked on themselves. */
    private Set<WorkOrderId> ownWork(Caller caller, List<WorkOrder> orders) {
        List<WorkOrderId> done = orders.stream()
                .filter(order -> order.status() == Status.COMPLETED && caller.manages(order.communityId()))
                .map(WorkOrder::workOrderId)
                .toList();
        return timeline.workersOf(done).entrySet().stream()
                .filter(workers -> workers.getValue().contains(caller.id().value()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> actions(Caller caller, WorkOrder order, Set<WorkOrderId> own, Instant now) {
        return WorkOrderRules.actions(order, Capacities.of(caller, order), now).stream()
                .filter(action -> !action.equals(Verb.CLOSE.action()) || !own.contains(order.workOrderId()))
                .toList();
    }

    private static Set<UUID> ids(Stream<@Nullable UUID> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Map<AccountId, String> names(Collection<UUID> people) {
        return accounts.displayNames(people.stream().map(AccountId::new).toList());
    }

    private WorkOrderView view(
            Caller caller,
            WorkOrder order,
            Map<UUID, Catalogue.Category> categories,
            Map<AccountId, String> names,
            List<String> actions,
            Instant now) {
        Set<Capacity> capacities = Capacities.of(caller, order);
        boolean atTheDesk = capacities.contains(Capacity.DESK) || capacities.contains(Capacity.MANAGER);
        Catalogue.Category category = order.categoryId() == null ? null : categories.get(order.categoryId());
        UUID assignee = order.assigneeId();
        return new WorkOrderView(
                order.workOrderId().value(),
                order.number(),
                order.externalId(),
                order.version(),
                caller.company().value(),
                order.communityId(),
                order.kind(),
                order.status(),
                order.priority(),
                order.round(),
                category == null ? null : new WorkOrderView.CategoryRef(category.code(), category.name(language.tag())),
                order.description(),
                location(order.spot()),
                reporter(order.reporter()),
                order.channel(),
                order.preferredWindow(),
                assignee == null ? null : person(assignee, names.get(new AccountId(assignee))),
                hold(order.hold()),
                resolution(order.resolution()),
                closing(order.closing()),
                clocks(order, now),
                liability(order),
                order.followUpId(),
                atTheDesk ? links.url(order) : null,
                order.registeredBy() == null ? null : person(order.registeredBy(), order.registeredByName()),
                order.createdAt(),
                order.updatedAt(),
                actions);
    }

    private static WorkOrderView.Location location(Spot spot) {
        return new WorkOrderView.Location(spot.unitId(), spot.unitCode(), spot.buildingId(), spot.position());
    }

    private static WorkOrderView.ReporterRef reporter(Contact contact) {
        return new WorkOrderView.ReporterRef(contact.residentId(), contact.reporterName(), contact.reporterPhone());
    }

    private static WorkOrderView.PersonRef person(UUID id, @Nullable String name) {
        return new WorkOrderView.PersonRef(id, name == null ? "" : name);
    }

    private static WorkOrderView.@Nullable HoldView hold(@Nullable Hold hold) {
        return hold == null
                ? null
                : new WorkOrderView.HoldView(
                        hold.reason(), hold.note(), hold.since(), hold.nextCheckAt(), hold.heldIn());
    }

    private static WorkOrderView.@Nullable ResolutionView resolution(@Nullable Resolution resolution) {
        return resolution == null
                ? null
                : new WorkOrderView.ResolutionView(
                        resolution.code(),
                        resolution.text(),
                        resolution.cause(),
                        resolution.labourMinutes(),
                        resolution.materials(),
                        resolution.referredTo());
    }

    private static WorkOrderView.@Nullable ClosingView closing(@Nullable Closing closing) {
        return closing == null
                ? null
                : new WorkOrderView.ClosingView(
                        closing.reason(),
                        closing.at(),
                        closing.by() == null ? null : person(closing.by(), closing.byName()),
                        closing.note());
    }

    private static List<WorkOrderView.ClockView> clocks(WorkOrder order, Instant now) {
        return order.clocks().deadlines().stream()
                .map(deadline -> new WorkOrderView.ClockView(
                        deadline.name(), deadline.dueAt(), deadline.metAt(), deadline.state(now), pauses(deadline)))
                .toList();
    }

    private static List<WorkOrderView.PauseView> pauses(Deadline deadline) {
        return deadline.countedPauses().stream()
                .map(pause -> new WorkOrderView.PauseView(pause.from(), pause.to()))
                .toList();
    }

    private WorkOrderView.@Nullable LiabilityView liability(WorkOrder order) {
        var liability = order.liability();
        return liability == null
                ? null
                : new WorkOrderView.LiabilityView(
                        liability.code().name(), liability.reason(language.get()), liability.until());
    }
}
