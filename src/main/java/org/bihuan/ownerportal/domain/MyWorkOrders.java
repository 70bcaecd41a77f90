package org.bihuan.ownerportal.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.shared.Draft;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.bihuan.shared.VisibleTarget;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.bihuan.workorder.WorkOrders.Progress;
import org.bihuan.workorder.WorkOrders.Residence;
import org.bihuan.workorder.WorkOrders.TimelineNote;
import org.jspecify.annotations.Nullable;

/** What owners see and do about their own matters. What they may not follow does not exist for them. */
@ApplicationScoped
public class MyWorkOrders implements VisibleTarget {
    /** More often it helps nobody: once an hour per matter. */
    static final Duration BETWEEN_URGES = Duration.ofHours(1);

    static final String URGE = "URGE";
    static final String RATING = "OWNER_RATING";

    private final WorkOrders workOrders;
    private final Residences residences;
    private final OwnHomes homes;
    private final OwnerViews views;
    private final Paging paging;
    private final CurrentCaller caller;
    private final Clock clock;

    MyWorkOrders(
            WorkOrders workOrders,
            Residences residences,
            OwnHomes homes,
            OwnerViews views,
            Paging paging,
            CurrentCaller caller,
            Clock clock) {
        this.workOrders = workOrders;
        this.residences = residences;
        this.homes = homes;
        this.views = views;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional
    public Listing<MyWorkOrderSummary> list(Caller by, PageQuery page) {
        Residence residence = residences.of(by);
        Paging.Position after = paging.after(page);
        WorkOrderId before = after == null ? null : new WorkOrderId(after.id(0));
        List<WorkOrderId> rows = workOrders.followedBy(residence, before, page.size() + 1).stream()
                .map(WorkOrderFacts::id)
                .toList();
        Listing<WorkOrderId> listing =
                paging.page(page, rows, id -> List.of(id), () -> workOrders.countFollowedBy(residence));
        return new Listing<>(views.list(listing.items()), listing.nextCursor(), listing.total());
    }

    @Transactional
    public MyWorkOrder report(Caller by, Draft<NewMatter> draft) {
        UUID resident = Residences.resident(by);
        List<FieldError> errors = draft.findings();
        OwnHomes.Spot spot = meant(by, draft.value(), errors);
        NewWorkOrder matter = draft.value().at(spot, resident);
        if (!errors.isEmpty()) {
            errors.addAll(workOrders.check(matter, spot == null ? null : spot.communityId(), ""));
        }
        InvalidInput.refuse(errors);
        return views.one(resident, workOrders.open(by, self(by), matter, ""));
    }

    private OwnHomes.@Nullable Spot meant(Caller by, NewMatter matter, List<FieldError> errors) {
        try {
            return homes.meant(by, matter);
        } catch (InvalidInput refused) {
            errors.addAll(refused.errors());
            return null;
        }
    }

    @Transactional
    public MyWorkOrder read(Caller by, WorkOrderId id) {
        requireFollowed(by, id);
        return views.one(Residences.resident(by), id);
    }

    /** It is not settled: the next round. */
    @Transactional
    public MyWorkOrder reopen(Caller by, WorkOrderId id, @Nullable String ifMatch, String reason) {
        Progress progress = loadForChange(by, id);
        Versions.requireMatch(ifMatch, OwnerViews.version(progress));
        OwnerAction.REOPEN.requirePossible(progress.facts(), clock.instant());
        workOrders.reopen(id, self(by), reason);
        return views.one(Residences.resident(by), id);
    }

    @Transactional
    public MyWorkOrder note(Caller by, WorkOrderId id, String text) {
        return write(by, id, OwnerAction.NOTES, new TimelineNote("NOTE", self(by), text, true, Map.of()));
    }

    /**
     * The owner's own word on how it went. It stands beside the follow-up and does not take its place.
     *
     * @param satisfaction 1 to 5, 5 being the best
     */
    @Transactional
    public MyWorkOrder rate(Caller by, WorkOrderId id, int satisfaction, @Nullable String comment) {
        Map<String, Object> data = Map.of("satisfaction", satisfaction);
        return write(by, id, OwnerAction.RATE, new TimelineNote(RATING, self(by), comment, true, data));
    }

    /** @throws NotNow within an hour of the last time */
    @Transactional
    public MyWorkOrder urge(Caller by, WorkOrderId id, @Nullable String text) {
        return write(by, id, OwnerAction.URGE, new TimelineNote(URGE, self(by), text, true, Map.of()));
    }

    private MyWorkOrder write(Caller by, WorkOrderId id, OwnerAction action, TimelineNote note) {
        WorkOrderFacts order = loadForChange(by, id).facts();
        action.requirePossible(order, clock.instant());
        if (action == OwnerAction.URGE) {
            requireNotUrgedLately(order);
        }
        workOrders.note(id, note);
        return views.one(Residences.resident(by), id);
    }

    private void requireNotUrgedLately(WorkOrderFacts order) {
        Instant now = clock.instant();
        boolean lately = workOrders
                .lastLine(order.id(), URGE)
                .filter(at -> at.isAfter(now.minus(BETWEEN_URGES)))
                .isPresent();
        if (lately) {
            List<String> others = OwnerAction.allowed(order, now).stream()
                    .filter(action -> !action.equals(OwnerAction.URGE.action()))
                    .toList();
            throw new NotNow("URGED_ALREADY", order.status().name(), others);
        }
    }

    private Progress loadForChange(Caller by, WorkOrderId id) {
        workOrders.lock(id);
        requireFollowed(by, id);
        return views.progress(id);
    }

    private void requireFollowed(Caller by, WorkOrderId id) {
        if (!workOrders.mayFollow(residences.of(by), id)) {
            throw new NotFound();
        }
    }

    private static Actor self(Caller by) {
        return Actor.of(by, Capacity.OWNER);
    }

    @Override
    public String collection() {
        return "my/work-orders";
    }

    @Override
    @Transactional
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null
                && asking.residentId() != null
                && workOrders.mayFollow(residences.of(asking), new WorkOrderId(id));
    }
}
