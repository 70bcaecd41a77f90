package org.bihuan.workorder.domain;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Draft;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.StrictJson;
import org.bihuan.shared.Versions;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.ReporterPhoneGiven;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.jspecify.annotations.Nullable;

/** Recording matters, and correcting what was recorded. */
@ApplicationScoped
public class WorkOrderRegistration {
    private final WorkOrderRepository orders;
    private final MatterLookup lookup;
    private final Timeline timeline;
    private final TrackingLinks links;
    private final WorkOrderViews views;
    private final ClockPolicyRepository policies;
    private final Estate estate;
    private final Catalogue catalogue;
    private final StrictJson json;
    private final Event<ReporterPhoneGiven> phones;
    private final Clock clock;

    WorkOrderRegistration(
            WorkOrderRepository orders,
            MatterLookup lookup,
            Timeline timeline,
            TrackingLinks links,
            WorkOrderViews views,
            ClockPolicyRepository policies,
            Estate estate,
            Catalogue catalogue,
            StrictJson json,
            Event<ReporterPhoneGiven> phones,
            Clock clock) {
        this.orders = orders;
        this.lookup = lookup;
        this.timeline = timeline;
        this.links = links;
        this.views = views;
        this.policies = policies;
        this.estate = estate;
        this.catalogue = catalogue;
        this.json = json;
        this.phones = phones;
        this.clock = clock;
    }

    @Transactional
    public WorkOrderView register(Caller by, Draft<NewWorkOrder> draft) {
        NewWorkOrder wanted = draft.value();
        boolean theirs = wanted.communityId() != null && by.runsTheDeskOf(wanted.communityId());
        Estate.Community community =
                theirs ? estate.community(wanted.communityId()).orElse(null) : null;
        Matter matter = lookup.resolve(wanted, community, "", draft.findings());
        Capacity capacity = by.is(Role.FRONT_DESK) ? Capacity.DESK : Capacity.MANAGER;
        WorkOrder order = open(Actor.of(by, capacity), wanted, matter, Objects.requireNonNull(community));
        orders.flush();
        return views.of(by, order);
    }

    /** @param pointer in front of the pointers of errors, where the matter is part of a larger input */
    WorkOrder open(Actor actor, NewWorkOrder wanted, String pointer) {
        Estate.Community community = estate.community(wanted.communityId()).orElse(null);
        Matter matter = lookup.resolve(wanted, community, pointer, new ArrayList<>());
        return open(actor, wanted, matter, Objects.requireNonNull(community));
    }

    List<FieldError> check(NewWorkOrder wanted, @Nullable UUID community, String pointer) {
        return lookup.check(wanted, community, pointer);
    }

    private WorkOrder open(Actor actor, NewWorkOrder wanted, Matter matter, Estate.Community community) {
        Instant now = clock.instant();
        WorkOrder order = new WorkOrder(OrderNumber.of(orders.nextSerial()), wanted, matter, actor, now);
        order.startClocks(now, terms(order, community));
        links.renew(order);
        timeline.registered(order, actor, now);
        return order;
    }

    /** Applies a merge patch to what the desk may correct, and validates the outcome as a whole. */
    @Transactional
    public WorkOrderView change(Caller by, WorkOrderId id, @Nullable String ifMatch, JsonNode patch) {
        WorkOrder order = orders.loadForChange(id);
        Actor actor = requireDesk(by, order);
        Versions.requireMatch(ifMatch, order.version());
        requireNotEnded(order);
        Correction before = Correction.of(order, codeOf(order));
        Draft<Correction> draft = json.draft(before, Correction.consistent(patch), Correction.class);
        Correction after = draft.value();
        boolean phoneGiven = patch.at("/reporter/phone").isTextual();
        if (draft.errors().isEmpty() && after.equals(before)) {
            tell(order, phoneGiven);
            return views.of(by, order);
        }
        Estate.Community community = estate.community(order.communityId()).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        order.describe(corrected(order, before, draft, community), now);
        Map<String, Object> changes = differences(before, after);
        if (after.isPlannedOtherwiseThan(before)) {
            changes.putAll(replan(order, community));
        }
        tell(order, phoneGiven);
        timeline.line(order, "CHANGE", actor, now, TimelineText.data(changes));
        orders.flush();
        return views.of(by, order);
    }

    private void tell(WorkOrder order, boolean phoneGiven) {
        if (phoneGiven) {
            phones.fire(new ReporterPhoneGiven(order.facts(), clock.instant()));
        }
    }

    private ClockTerms terms(WorkOrder order, Estate.Community community) {
        return new ClockTerms(
                policies.plan(order.kind(), order.priority(), order.categoryId()),
                new OpenHours(community.workingTime()));
    }

    /** What the timeline says about it: each clock that moved, with its old and its new due time. */
    private Map<String, Object> replan(WorkOrder order, Estate.Community community) {
        Clocks before = order.clocks();
        order.replanClocks(terms(order, community));
        List<Clocks.Moved> moved = order.clocks().movedSince(before);
        return moved.isEmpty() ? Map.of() : Map.of("clocks", json.plain(json.tree(moved)));
    }

    /** Only what was changed is looked up again: the rest stays as it was found when it was reported. */
    private Matter corrected(WorkOrder order, Correction before, Draft<Correction> draft, Estate.Community community) {
        Correction after = draft.value();
        boolean sameCategory = Objects.equals(before.categoryCode(), after.categoryCode());
        boolean sameReporter = Objects.equals(before.reporter(), after.reporter());
        boolean sameWindow = Objects.equals(before.preferredWindow(), after.preferredWindow());
        Matter found = lookup.resolve(after.asNew(order, before), community, "", draft.findings());
        UUID category = sameCategory ? order.categoryId() : found.categoryId();
        boolean sameMatter = sameCategory && found.spot().equals(order.spot());
        return new Matter(
                found.description(),
                found.priority(),
                category,
                found.spot(),
                sameReporter ? order.reporter() : found.reporter(),
                sameWindow ? order.preferredWindow() : found.preferredWindow(),
                sameMatter
                        ? order.liability()
                        : lookup.responsibility(category, found.spot(), community, order.createdAt()));
    }

    private @Nullable String codeOf(WorkOrder order) {
        return order.categoryId() == null
                ? null
                : Objects.requireNonNull(
                                catalogue.categories(Set.of(order.categoryId())).get(order.categoryId()))
                        .code();
    }

    private static Actor requireDesk(Caller by, WorkOrder order) {
        Set<Capacity> capacities = Capacities.require(by, order);
        if (capacities.contains(Capacity.DESK)) {
            return Actor.of(by, Capacity.DESK);
        }
        if (capacities.contains(Capacity.MANAGER)) {
            return Actor.of(by, Capacity.MANAGER);
        }
        throw new Forbidden();
    }

    private static void requireNotEnded(WorkOrder order) {
        if (order.status() == Status.CLOSED || order.status() == Status.CANCELLED) {
            throw new NotNow("ENDED_ORDERS_STAY", order.status().name(), List.of());
        }
    }

    private Map<String, Object> differences(Correction before, Correction after) {
        JsonNode old = json.tree(before);
        JsonNode now = json.tree(after);
        Map<String, Object> changed = new LinkedHashMap<>();
        now.properties().forEach(field -> {
            if (!field.getValue().equals(old.get(field.getKey()))) {
                changed.put(field.getKey(), json.plain(field.getValue()));
            }
        });
        return changed;
    }
}
