package org.bihuan.reporting.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.company.Addressees;
import org.bihuan.company.Addressees.Addressee;
import org.bihuan.company.Caller;
import org.bihuan.company.LetterToColleagues;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.reporting.domain.HandoverRows.Found;
import org.bihuan.reporting.domain.HandoverSheet.OrderLine;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Language;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Snapshot;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Puts together what one shift hands over to the next, and brings it to whom it may concern. */
@ApplicationScoped
public class Handovers {
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    private final HandoverRows rows;
    private final WorkOrders workOrders;
    private final Accounts accounts;
    private final Addressees addressees;
    private final Estate estate;
    private final Snapshot snapshot;
    private final Event<LetterToColleagues> letters;
    private final Clock clock;

    Handovers(
            HandoverRows rows,
            WorkOrders workOrders,
            Accounts accounts,
            Addressees addressees,
            Estate estate,
            Snapshot snapshot,
            Event<LetterToColleagues> letters,
            Clock clock) {
        this.rows = rows;
        this.workOrders = workOrders;
        this.accounts = accounts;
        this.addressees = addressees;
        this.estate = estate;
        this.snapshot = snapshot;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * All of it from one state of the database, so that its parts fit together.
     *
     * @throws NotFound for a community whose desk the caller does not run
     * @throws InvalidInput when nobody can tell which community is meant, or for a period that is none
     */
    public HandoverSheet sheet(Caller by, HandoverQuery query) {
        UUID id = community(by, query.communityId);
        Instant now = clock.instant();
        Shift shift = Shift.of(query.from, query.to, now);
        return snapshot.read(LONGEST_READING, () -> {
            Estate.Community community = estate.community(id).orElseThrow(NotFound::new);
            return sheet(community, shift, now);
        });
    }

    private static UUID community(Caller by, @Nullable UUID asked) {
        if (asked == null && by.communities().size() != 1) {
            throw InvalidInput.malformed("?communityId", "REQUIRED");
        }
        UUID community = asked == null ? by.communities().iterator().next() : asked;
        if (!by.runsTheDeskOf(community)) {
            throw new NotFound();
        }
        return community;
    }

    private HandoverSheet sheet(Estate.Community community, Shift shift, Instant now) {
        UUID id = community.id();
        Instant end = shift.endOfNext(now);
        List<Found> fresh = rows.newOrders(id, shift);
        List<Found> open = rows.open(id);
        List<Found> overdue = rows.overdue(id, now);
        Map<WorkOrderId, OrderLine> lines =
                lines(Stream.of(fresh, open, overdue).flatMap(List::stream).toList());
        List<HandoverSheet.StatusCount> byStatus = rows.openByStatus(id);
        return new HandoverSheet(
                new HandoverSheet.Place(id, community.name(), community.zone().getId()),
                shift.from(),
                shift.to(),
                now,
                end,
                new HandoverSheet.Counts(
                        rows.countNew(id, shift),
                        byStatus.stream()
                                .mapToLong(HandoverSheet.StatusCount::count)
                                .sum(),
                        rows.countOverdue(id, now),
                        rows.countCalls(id, end)),
                byStatus,
                shown(fresh, lines),
                shown(open, lines),
                shown(overdue, lines),
                rows.calls(id, end));
    }

    private static List<OrderLine> shown(List<Found> found, Map<WorkOrderId, OrderLine> lines) {
        return found.stream()
                .map(one -> Objects.requireNonNull(lines.get(one.id())))
                .toList();
    }

    private Map<WorkOrderId, OrderLine> lines(List<Found> found) {
        Map<WorkOrderId, WorkOrders.Progress> known =
                workOrders.progress(found.stream().map(Found::id).distinct().toList());
        Map<AccountId, String> names = accounts.displayNames(known.values().stream()
                .map(progress -> progress.facts().assigneeId())
                .filter(Objects::nonNull)
                .distinct()
                .map(AccountId::new)
                .toList());
        Map<WorkOrderId, OrderLine> lines = new LinkedHashMap<>();
        found.forEach(one ->
                lines.computeIfAbsent(one.id(), id -> line(Objects.requireNonNull(known.get(id)), one, names)));
        return lines;
    }

    private static OrderLine line(WorkOrders.Progress progress, Found found, Map<AccountId, String> names) {
        WorkOrderFacts facts = progress.facts();
        Map.Entry<ClockName, Instant> next = progress.due().entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .orElse(null);
        return new OrderLine(
                facts.id().value(),
                facts.number(),
                facts.kind(),
                facts.status(),
                facts.priority(),
                facts.round(),
                facts.description(),
                facts.unitCode(),
                facts.position(),
                facts.reporterName(),
                facts.reporterPhone(),
                facts.assigneeId() == null ? null : names.get(new AccountId(facts.assigneeId())),
                next == null ? null : next.getKey(),
                next == null ? null : next.getValue(),
                found.holdReason(),
                progress.nextCheckAt(),
                facts.createdAt());
    }

    /** @param sheet what was sent */
    public record Sent(UUID id, HandoverSheet sheet, List<Addressee> to) {}

    /**
     * Sends the sheet as it stands now to colleagues, each in their language.
     *
     * @param to who run the desk of the community, because it tells of people and their phones
     * @throws InvalidInput when somebody does not, or the community is none of the caller's
     */
    @Transactional
    public Sent send(Caller by, HandoverQuery query, List<UUID> to, @Nullable String note) {
        UUID community = Objects.requireNonNull(query.communityId);
        if (!by.runsTheDeskOf(community)) {
            throw InvalidInput.invalid("/communityId", "UNKNOWN_COMMUNITY");
        }
        List<Addressee> people = colleagues(community, to);
        HandoverSheet sheet = sheet(by, query);
        UUID id = Ids.next();
        letters.fire(new LetterToColleagues(
                id,
                by.id(),
                people.stream().map(Addressee::id).toList(),
                Map.of(
                        Language.ZH_CN, new HandoverLetter(sheet, Language.ZH_CN).text(by.displayName(), note),
                        Language.EN, new HandoverLetter(sheet, Language.EN).text(by.displayName(), note))));
        return new Sent(id, sheet, people);
    }

    private List<Addressee> colleagues(UUID community, List<UUID> wanted) {
        Map<UUID, Addressee> desk = new LinkedHashMap<>();
        for (Role role : List.of(Role.FRONT_DESK, Role.MANAGER)) {
            addressees
                    .staff(community, role)
                    .forEach(person -> desk.put(person.id().value(), person));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!desk.containsKey(wanted.get(i))) {
                errors.add(new FieldError("/to/" + i, "NOBODY_AT_THIS_DESK"));
            }
        }
        InvalidInput.refuse(errors);
        return wanted.stream()
                .distinct()
                .map(desk::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
