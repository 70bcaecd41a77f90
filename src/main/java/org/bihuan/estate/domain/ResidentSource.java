package org.bihuan.estate.domain;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.company.SearchSource;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchedFields;

/** Residents, by name, pinyin, phone or home. Who still lives there comes first. */
@ApplicationScoped
class ResidentSource implements SearchSource {
    /** More than are shown, so that those who still live there come before those who moved out. */
    private static final int MOST_LOOKED_AT = 50;

    private final ResidentWords words;
    private final ResidentRepository residents;
    private final OccupancyRepository occupancies;
    private final CommunityRepository communities;
    private final Clock clock;

    ResidentSource(
            ResidentWords words,
            ResidentRepository residents,
            OccupancyRepository occupancies,
            CommunityRepository communities,
            Clock clock) {
        this.words = words;
        this.residents = residents;
        this.occupancies = occupancies;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public Type type() {
        return Type.RESIDENT;
    }

    @Override
    public List<Hit> find(Caller by, Asked asked) {
        if (!by.isAny(Role.ADMIN, Role.MANAGER, Role.FRONT_DESK)) {
            return List.of();
        }
        Sight sight = sight(by, asked);
        List<UUID> ids = words.find(sight, asked.query(), MOST_LOOKED_AT);
        Map<UUID, Resident> found =
                residents.withIds(ids).stream().collect(Collectors.toMap(Resident::id, Function.identity()));
        Map<UUID, List<Home>> homes = occupancies.homesOf(ids).stream()
                .filter(home -> sight.covers(home.communityId()))
                .collect(groupingBy(home -> home.occupancy().residentId()));
        Map<UUID, LocalDate> todays = new HashMap<>();
        return SearchTable.inOrder(ids, found).stream()
                .map(resident -> hit(resident, homes.getOrDefault(resident.id(), List.of()), asked, todays))
                .sorted(Hit.BEST_FIRST)
                .limit(asked.limit())
                .toList();
    }

    private static Sight sight(Caller by, Asked asked) {
        if (by.is(Role.ADMIN)) {
            return asked.community() == null ? Sight.of(by) : new Sight(false, Set.of(asked.community()));
        }
        return new Sight(false, asked.within(by.communities()));
    }

    private Hit hit(Resident resident, List<Home> homes, Asked asked, Map<UUID, LocalDate> todays) {
        List<Home> present = homes.stream()
                .filter(home -> home.occupancy().covers(today(home.communityId(), todays)))
                .toList();
        SearchedFields fields =
                new SearchedFields(asked.query()).name("name", resident.name()).phone("phone", resident.phone());
        for (Home home : present.isEmpty() ? homes : present) {
            fields.code(
                    "unitCode",
                    UnitCode.parse(home.unitCode()).map(UnitCode::key).orElse(null),
                    home.unitCode());
        }
        List<Home> shown = present.isEmpty() ? homes : present;
        return new Hit(
                Type.RESIDENT,
                resident.id(),
                shown.isEmpty() ? null : shown.getFirst().communityId(),
                resident.name(),
                shown.stream().map(Home::unitCode).distinct().collect(Collectors.joining(", ")),
                null,
                !present.isEmpty(),
                null,
                fields.way().orElse(SearchWay.WORDS),
                fields.matches());
    }

    private LocalDate today(UUID community, Map<UUID, LocalDate> known) {
        return known.computeIfAbsent(community, id -> LocalDate.ofInstant(clock.instant(), zone(id)));
    }

    private ZoneId zone(UUID community) {
        return communities.findByIdOptional(community).orElseThrow().zone();
    }
}
