package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Phones;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWay;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Finds the people a phone, a name or a unit's code may mean, among those who live or lived in the caller's communities. */
@ApplicationScoped
class CallerSearch {
    static final int MOST_MATCHES = 10;

    /** More names than are shown, so that those who still live there come before those who moved out. */
    private static final int MOST_NAMES = 50;

    private final Estate estate;
    private final WorkOrders workOrders;
    private final InteractionSource interactions;
    private final Clock clock;

    CallerSearch(Estate estate, WorkOrders workOrders, InteractionSource interactions, Clock clock) {
        this.estate = estate;
        this.workOrders = workOrders;
        this.interactions = interactions;
        this.clock = clock;
    }

    /** Somebody's relation to a unit, and whether it is over. */
    record Tie(Estate.Occupancy occupancy, Estate.Unit unit, LocalDate today) {
        boolean isPresent() {
            return occupancy.covers(today);
        }

        boolean isOver() {
            return occupancy.to() != null && occupancy.to().isBefore(today);
        }
    }

    /** @param ties in the caller's communities, the newest first */
    record Match(
            Estate.@Nullable Resident resident, @Nullable String phone, List<Tie> ties) {
        static Match stranger(String phone) {
            return new Match(null, phone, List.of());
        }

        boolean livesThere() {
            return ties.stream().anyMatch(Tie::isPresent);
        }

        List<Estate.Unit> presentUnits() {
            return ties.stream().filter(Tie::isPresent).map(Tie::unit).toList();
        }
    }

    /**
     * People with this phone; whoever else rings from it when there are none.
     *
     * @throws InvalidInput when it cannot be a phone
     */
    List<Match> byPhone(Caller by, String typed) {
        String phone = Phones.askedFor(typed);
        return matches(by, estate.residentsByPhone(phone), phone);
    }

    /** People who are meant by name, phone or home; else those whose work orders or calls are. */
    List<Match> byText(Caller by, String text) {
        SearchQuery query = SearchQuery.of(text, estate::searchedCode);
        if (query.isEmpty()) {
            return List.of();
        }
        List<Estate.Resident> reporters = query.way(SearchWay.NUMBER).isEmpty() ? List.of() : reporters(by, query);
        List<Estate.Resident> found = new ArrayList<>(reporters);
        found.addAll(estate.residentsFound(by.communities(), query, MOST_NAMES));
        List<Match> matches = matches(by, found, query.phone());
        return matches.isEmpty() && reporters.isEmpty() ? matches(by, tellers(by, query), null) : matches;
    }

    /** Of the work orders with this number. */
    private List<Estate.Resident> reporters(Caller by, SearchQuery query) {
        return people(workOrders.found(by.communities(), query, MOST_MATCHES).stream()
                .filter(order -> order.number().startsWith(String.valueOf(query.digits())))
                .map(WorkOrderFacts::residentId)
                .toList());
    }

    /** Who reported, or told at the desk, what has these words. */
    private List<Estate.Resident> tellers(Caller by, SearchQuery query) {
        Stream<UUID> reporters =
                workOrders.found(by.communities(), query, MOST_NAMES).stream().map(WorkOrderFacts::residentId);
        Stream<UUID> callers = interactions.found(by.communities(), query, MOST_NAMES).stream()
                .map(interaction -> interaction.party().residentId());
        return people(Stream.concat(reporters, callers).toList());
    }

    private List<Estate.Resident> people(List<@Nullable UUID> residents) {
        List<UUID> ids = residents.stream().filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? List.of() : SearchTable.inOrder(ids, estate.residents(ids));
    }

    private List<Match> matches(Caller by, List<Estate.Resident> found, @Nullable String phone) {
        Map<UUID, Estate.Resident> residents = new LinkedHashMap<>();
        found.forEach(resident -> residents.putIfAbsent(resident.id(), resident));
        Map<UUID, List<Tie>> ties = ties(by, residents.keySet());
        List<Match> matches = residents.values().stream()
                .filter(resident -> ties.containsKey(resident.id()))
                .map(resident -> new Match(resident, resident.phone(), ties.getOrDefault(resident.id(), List.of())))
                .sorted(Comparator.comparing(Match::livesThere).reversed())
                .limit(MOST_MATCHES)
                .toList();
        return matches.isEmpty() && phone != null ? List.of(Match.stranger(phone)) : matches;
    }

    /** Only of those who live or lived in a community of the caller. */
    private Map<UUID, List<Tie>> ties(Caller by, Collection<UUID> residents) {
        List<Estate.Occupancy> occupancies = estate.occupanciesOf(residents).values().stream()
                .flatMap(List::stream)
                .toList();
        Map<UUID, Estate.Unit> units = estate.units(
                occupancies.stream().map(Estate.Occupancy::unitId).distinct().toList());
        Map<UUID, LocalDate> todays = new HashMap<>();
        Map<UUID, List<Tie>> ties = new HashMap<>();
        for (Estate.Occupancy occupancy : occupancies) {
            Estate.Unit unit = units.get(occupancy.unitId());
            if (unit != null && by.communities().contains(unit.communityId())) {
                LocalDate today = todays.computeIfAbsent(unit.communityId(), this::today);
                ties.computeIfAbsent(occupancy.residentId(), resident -> new ArrayList<>())
                        .add(new Tie(occupancy, unit, today));
            }
        }
        return ties;
    }

    private LocalDate today(UUID community) {
        ZoneId zone = estate.community(community).orElseThrow(NotFound::new).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
