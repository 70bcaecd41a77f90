package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.frontdesk.Direction;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.frontdesk.domain.CallerCard.Flag;
import org.bihuan.frontdesk.domain.CallerSearch.Match;
import org.bihuan.shared.InvalidInput;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Puts together what the desk must know about who is ringing, with the same few queries for one match or ten. */
@ApplicationScoped
public class CallerCards {
    static final Duration LATELY = Duration.ofDays(7);
    static final int OFTEN = 3;
    static final Duration A_DAY = Duration.ofHours(24);
    static final int MANY_ALIKE = 3;

    private static final int SHOWN_CALLS = 5;
    private static final int COUNTED_CALLS = 20;
    private static final int SHOWN_ORDERS = 20;

    private final CallerSearch search;
    private final CallHistory history;
    private final InteractionRepository interactions;
    private final WorkOrders workOrders;
    private final Clock clock;

    CallerCards(
            CallerSearch search,
            CallHistory history,
            InteractionRepository interactions,
            WorkOrders workOrders,
            Clock clock) {
        this.search = search;
        this.history = history;
        this.interactions = interactions;
        this.workOrders = workOrders;
        this.clock = clock;
    }

    /** What all the matches' cards are made of. */
    private record Material(
            List<WorkOrderFacts> open,
            List<List<CallHistory.Call>> calls,
            Map<InteractionId, List<WorkOrderId>> opened,
            Map<WorkOrderId, WorkOrderFacts> orders,
            Set<UUID> troubledBuildings) {}

    /**
     * People who still live there come first, ten at most.
     *
     * @throws InvalidInput unless exactly one of the two is given, or when the phone cannot be one
     */
    @Transactional
    public List<CallerCard> find(Caller by, @Nullable String phone, @Nullable String text) {
        boolean noPhone = phone == null || phone.isBlank();
        boolean noText = text == null || text.isBlank();
        if (noPhone == noText) {
            throw InvalidInput.malformed(noPhone ? "?phone" : "?q", "EXACTLY_ONE_OF", "phone, q");
        }
        List<Match> matches =
                noText ? search.byPhone(by, String.valueOf(phone)) : search.byText(by, String.valueOf(text));
        if (matches.isEmpty()) {
            return List.of();
        }
        Material material = gather(by, matches);
        List<CallerCard> cards = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            cards.add(card(matches.get(i), material.calls().get(i), material));
        }
        cards.removeIf(CallerCards::saysNothing);
        return cards;
    }

    /** A number that is nobody's and never rang. */
    private static boolean saysNothing(CallerCard card) {
        return card.resident() == null
                && card.openWorkOrders().isEmpty()
                && card.recentInteractions().isEmpty();
    }

    private Material gather(Caller by, List<Match> matches) {
        List<Estate.Unit> units =
                matches.stream().flatMap(match -> match.presentUnits().stream()).toList();
        List<WorkOrderFacts> open = workOrders.openOf(
                by.communities(),
                matches.stream()
                        .map(Match::resident)
                        .filter(Objects::nonNull)
                        .map(Estate.Resident::id)
                        .toList(),
                units.stream().map(Estate.Unit::id).distinct().toList(),
                matches.stream()
                        .map(Match::phone)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                matches.size() * SHOWN_ORDERS);
        List<List<CallHistory.Call>> calls = history.lastCalls(
                by.communities(), matches.stream().map(CallerCards::person).toList(), COUNTED_CALLS);
        Map<InteractionId, List<WorkOrderId>> opened = interactions.opened(calls.stream()
                .flatMap(each -> each.stream().limit(SHOWN_CALLS))
                .map(CallHistory.Call::id)
                .toList());
        Map<WorkOrderId, WorkOrderFacts> orders = workOrders.findAll(
                opened.values().stream().flatMap(List::stream).toList());
        List<UUID> buildings =
                units.stream().map(Estate.Unit::buildingId).distinct().toList();
        List<UUID> troubled =
                workOrders.buildingsWithManyAlike(buildings, clock.instant().minus(A_DAY), MANY_ALIKE);
        return new Material(open, calls, opened, orders, new HashSet<>(troubled));
    }

    private static CallHistory.Person person(Match match) {
        return new CallHistory.Person(
                match.resident() == null ? null : match.resident().id(), match.phone());
    }

    private CallerCard card(Match match, List<CallHistory.Call> calls, Material material) {
        List<WorkOrderFacts> open = material.open().stream()
                .filter(order -> concerns(match, order))
                .limit(SHOWN_ORDERS)
                .toList();
        Estate.Resident resident = match.resident();
        return new CallerCard(
                resident == null
                        ? null
                        : new CallerCard.Person(
                                resident.id(), resident.name(), resident.phone(), resident.phoneDoubtful()),
                match.ties().stream().map(CallerCards::home).toList(),
                open.stream().map(CallerCards::open).toList(),
                calls.stream()
                        .limit(SHOWN_CALLS)
                        .map(call -> recent(call, material))
                        .toList(),
                List.copyOf(flags(match, open, calls, material.troubledBuildings())));
    }

    private static boolean concerns(Match match, WorkOrderFacts order) {
        return (match.resident() != null && match.resident().id().equals(order.residentId()))
                || (match.phone() != null && match.phone().equals(order.reporterPhone()))
                || match.presentUnits().stream().anyMatch(unit -> unit.id().equals(order.unitId()));
    }

    private Set<Flag> flags(
            Match match, List<WorkOrderFacts> open, List<CallHistory.Call> calls, Collection<UUID> troubled) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (match.resident() != null && match.resident().phoneDoubtful()) {
            flags.add(Flag.PHONE_DOUBTFUL);
        }
        if (calls.stream().filter(this::isLately).count() >= OFTEN) {
            flags.add(Flag.REPEAT_CALLER);
        }
        if (open.stream().anyMatch(order -> order.kind() == Kind.COMPLAINT)) {
            flags.add(Flag.OPEN_COMPLAINT);
        }
        if (open.stream().anyMatch(order -> order.round() >= 2)) {
            flags.add(Flag.REOPENED);
        }
        if (match.presentUnits().stream().anyMatch(unit -> troubled.contains(unit.buildingId()))) {
            flags.add(Flag.BUILDING_AFFECTED);
        }
        if (match.resident() != null && match.ties().stream().allMatch(CallerSearch.Tie::isOver)) {
            flags.add(Flag.MOVED_OUT);
        }
        return flags;
    }

    /** What the desk itself rings does not make somebody a repeat caller. */
    private boolean isLately(CallHistory.Call call) {
        return call.direction() == Direction.INBOUND
                && call.startedAt().isAfter(clock.instant().minus(LATELY));
    }

    private static CallerCard.Home home(CallerSearch.Tie tie) {
        return new CallerCard.Home(
                tie.unit().id(),
                tie.unit().code(),
                tie.unit().communityId(),
                tie.occupancy().relation(),
                tie.occupancy().from(),
                tie.occupancy().to());
    }

    private static CallerCard.OpenWorkOrder open(WorkOrderFacts order) {
        return new CallerCard.OpenWorkOrder(
                order.id().value(),
                order.number(),
                order.kind(),
                order.status(),
                order.priority(),
                order.description(),
                order.unitCode(),
                order.createdAt(),
                order.nextDueAt());
    }

    private static CallerCard.RecentInteraction recent(CallHistory.Call call, Material material) {
        List<String> numbers = material.opened().getOrDefault(call.id(), List.of()).stream()
                .map(material.orders()::get)
                .filter(Objects::nonNull)
                .map(WorkOrderFacts::number)
                .collect(Collectors.toList());
        return new CallerCard.RecentInteraction(
                call.id().value(), call.channel(), call.startedAt(), call.notes(), numbers);
    }
}
