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
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Phones;
import org.jspecify.annotations.Nullable;

/** Finds the people a phone, a name or a unit's code may mean, among those who live or lived in the caller's communities. */
@ApplicationScoped
class CallerSearch {
    static final int MOST_MATCHES = 10;

    /** More names than are shown, so that those who still live there come before those who moved out. */
    private static final int MOST_NAMES = 50;

    private final Estate estate;
    private final Clock clock;

    CallerSearch(Estate estate, Clock clock) {
        this.estate = estate;
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
        String phone = Phones.parse(typed).orElseThrow(() -> InvalidInput.invalid("?phone", "PHONE_NOT_USABLE"));
        return matches(by, estate.residentsByPhone(phone), phone);
    }

    /** People with this name or phone, or who live in the unit with this code. */
    List<Match> byText(Caller by, String text) {
        String phone = Phones.parse(text).orElse(null);
        List<Estate.Resident> found = new ArrayList<>();
        if (phone != null) {
            found.addAll(estate.residentsByPhone(phone));
        }
        found.addAll(occupantsOf(by.communities(), text));
        found.addAll(estate.residentsByName(by.communities(), text.strip(), MOST_NAMES));
        return matches(by, found, phone);
    }

    private Collection<Estate.Resident> occupantsOf(Collection<UUID> communities, String code) {
        List<UUID> ids = communities.stream()
                .flatMap(community -> estate.unitByCode(community, code).stream())
                .flatMap(unit -> estate.occupantsOf(unit.id(), today(unit.communityId())).stream())
                .map(Estate.Occupancy::residentId)
                .distinct()
                .toList();
        Map<UUID, Estate.Resident> residents = estate.residents(ids);
        return ids.stream().map(residents::get).filter(Objects::nonNull).toList();
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
