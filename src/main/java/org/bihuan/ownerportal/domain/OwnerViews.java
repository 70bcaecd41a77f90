package org.bihuan.ownerportal.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.bihuan.workorder.WorkOrders.Progress;
import org.bihuan.workorder.WorkOrders.PublicEntry;
import org.bihuan.workorder.WorkOrders.PublicLines;
import org.bihuan.workorder.WorkOrders.PublicTimeline;
import org.jspecify.annotations.Nullable;

/** Shows matters to owners: what they may know of them, in their language. */
@ApplicationScoped
class OwnerViews {
    private final WorkOrders workOrders;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Residences residences;
    private final CurrentLanguage language;
    private final Clock clock;

    OwnerViews(
            WorkOrders workOrders,
            Catalogue catalogue,
            Accounts accounts,
            Residences residences,
            CurrentLanguage language,
            Clock clock) {
        this.workOrders = workOrders;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.residences = residences;
        this.language = language;
        this.clock = clock;
    }

    /** Counts the lines too, because they are part of what the owner sees and leave the order's own version as it is. */
    static long version(Progress progress) {
        return progress.facts().version() + progress.lines();
    }

    /** What several matters need, fetched once for all of them. */
    private record Names(
            Map<UUID, Catalogue.Category> categories, Map<AccountId, String> people, Map<UUID, ZoneId> zones) {}

    private Names names(List<Progress> all) {
        List<UUID> categories =
                ids(all.stream().map(progress -> progress.facts().categoryId()));
        List<AccountId> people = ids(
                        all.stream().map(progress -> progress.facts().assigneeId()))
                .stream()
                .map(AccountId::new)
                .toList();
        Map<UUID, ZoneId> zones = new HashMap<>();
        all.forEach(progress -> zones.computeIfAbsent(progress.facts().communityId(), residences::zone));
        return new Names(
                categories.isEmpty() ? Map.of() : catalogue.categories(categories),
                people.isEmpty() ? Map.of() : accounts.displayNames(people),
                zones);
    }

    private static List<UUID> ids(Stream<@Nullable UUID> ids) {
        return ids.filter(Objects::nonNull).distinct().toList();
    }

    /** In the order of the ids. */
    List<MyWorkOrderSummary> list(List<WorkOrderId> ids) {
        Map<WorkOrderId, Progress> found = workOrders.progress(ids);
        List<Progress> all =
                ids.stream().map(found::get).filter(Objects::nonNull).toList();
        Names names = names(all);
        return all.stream().map(progress -> summary(progress, names)).toList();
    }

    private MyWorkOrderSummary summary(Progress progress, Names names) {
        WorkOrderFacts order = progress.facts();
        Outlook outlook = outlook(progress, names);
        return new MyWorkOrderSummary(
                order.id().value(),
                order.number(),
                version(progress),
                order.kind(),
                order.status(),
                outlook.statusText(),
                outlook.nextStep(),
                order.priority(),
                order.round(),
                category(order, names),
                order.description(),
                new MyWorkOrder.Place(order.unitCode(), order.position()),
                assignee(order, names),
                order.createdAt(),
                order.updatedAt(),
                outlook.dueAt());
    }

    /** @throws NotFound if there is none */
    MyWorkOrder one(UUID resident, WorkOrderId id) {
        Progress progress = progress(id);
        Names names = names(List.of(progress));
        WorkOrderFacts order = progress.facts();
        Outlook outlook = outlook(progress, names);
        PublicTimeline told = workOrders.publicTimeline(id, PublicLines.ALL, MyWorkOrder.MOST_NOTES);
        return new MyWorkOrder(
                order.id().value(),
                order.number(),
                version(progress),
                order.kind(),
                order.status(),
                outlook.statusText(),
                outlook.nextStep(),
                order.priority(),
                order.round(),
                category(order, names),
                order.description(),
                new MyWorkOrder.Place(order.unitCode(), order.position()),
                resident.equals(order.residentId())
                        ? new MyWorkOrder.Contact(order.reporterName(), order.reporterPhone())
                        : null,
                assignee(order, names),
                progress.channel(),
                progress.preferredWindow(),
                order.createdAt(),
                order.updatedAt(),
                outlook.dueAt(),
                order.resolutionText(),
                order.closingReason(),
                told.entries().stream().map(OwnerViews::line).toList(),
                told.truncated(),
                OwnerAction.allowed(order, clock.instant()));
    }

    /** What the bearer of a tracking link sees: of whom and where it is, nothing. */
    TrackedMatter tracked(WorkOrderId id) {
        Progress progress = progress(id);
        WorkOrderFacts order = progress.facts();
        Outlook outlook = outlook(progress, names(List.of(progress)));
        // What owners write may hold names and numbers, and the link needs no sign-in.
        PublicTimeline told = workOrders.publicTimeline(id, PublicLines.OUR_NOTES, MyWorkOrder.MOST_NOTES);
        return new TrackedMatter(
                order.number(),
                version(progress),
                order.kind(),
                order.status(),
                outlook.statusText(),
                outlook.nextStep(),
                outlook.dueAt(),
                told.entries().stream().flatMap(OwnerViews::note).toList(),
                told.truncated(),
                order.updatedAt());
    }

    /** @throws NotFound if there is none */
    Progress progress(WorkOrderId id) {
        Progress progress = workOrders.progress(List.of(id)).get(id);
        if (progress == null) {
            throw new NotFound();
        }
        return progress;
    }

    private Outlook outlook(Progress progress, Names names) {
        ZoneId zone = Objects.requireNonNull(names.zones().get(progress.facts().communityId()));
        return Outlook.of(progress, zone, language.get(), clock.instant());
    }

    private MyWorkOrder.@Nullable CategoryName category(WorkOrderFacts order, Names names) {
        Catalogue.Category category =
                order.categoryId() == null ? null : names.categories().get(order.categoryId());
        return category == null ? null : new MyWorkOrder.CategoryName(category.code(), category.name(language.tag()));
    }

    private static @Nullable String assignee(WorkOrderFacts order, Names names) {
        UUID assignee = order.assigneeId();
        return assignee == null ? null : names.people().get(new AccountId(assignee));
    }

    private static Stream<TrackedMatter.Note> note(PublicEntry entry) {
        return Stream.ofNullable(entry.note()).map(text -> new TrackedMatter.Note(entry.at(), text));
    }

    private static MyWorkOrder.Line line(PublicEntry entry) {
        return new MyWorkOrder.Line(entry.at(), entry.type(), entry.to(), entry.note());
    }
}
