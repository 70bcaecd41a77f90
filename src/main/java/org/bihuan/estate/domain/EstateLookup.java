package org.bihuan.estate.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.company.EstateDirectory;
import org.bihuan.estate.Estate;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.hibernate.Session;

/** Answers what other modules ask. */
@ApplicationScoped
@Transactional
class EstateLookup implements Estate, EstateDirectory {
    private final Session database;
    private final CurrentTenant tenant;
    private final CommunityRepository communities;
    private final CalendarDayRepository calendar;
    private final BuildingRepository buildings;
    private final UnitRepository units;
    private final ResidentRepository residents;
    private final OccupancyRepository occupancies;
    private final ResidentWords words;

    EstateLookup(
            Session database,
            CurrentTenant tenant,
            CommunityRepository communities,
            CalendarDayRepository calendar,
            BuildingRepository buildings,
            UnitRepository units,
            ResidentRepository residents,
            OccupancyRepository occupancies,
            ResidentWords words) {
        this.database = database;
        this.tenant = tenant;
        this.communities = communities;
        this.calendar = calendar;
        this.buildings = buildings;
        this.units = units;
        this.residents = residents;
        this.occupancies = occupancies;
        this.words = words;
    }

    @Override
    public Optional<Estate.Community> community(UUID id) {
        return communities.findByIdOptional(id).map(community -> community.withHours(specialDays()));
    }

    @Override
    public ZoneId zone(UUID community) {
        return communities
                .findByIdOptional(community)
                .orElseThrow(NotFound::new)
                .zone();
    }

    private List<SpecialDay> specialDays() {
        return calendar.special();
    }

    @Override
    public Optional<Estate.Unit> unit(UUID id) {
        return units.shown(List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<Estate.Unit> unitByCode(UUID community, String code) {
        return UnitCode.parse(code).stream()
                .flatMap(key -> units.shown(community, key).stream())
                .findFirst();
    }

    @Override
    public Optional<String> searchedCode(String typed) {
        return UnitCode.searched(typed);
    }

    @Override
    public Map<UUID, Estate.Unit> units(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : units.shown(ids).stream().collect(toMap(Estate.Unit::id, Function.identity()));
    }

    @Override
    public Optional<Estate.Building> building(UUID id) {
        return buildings.findByIdOptional(id).map(org.bihuan.estate.domain.Building::shown);
    }

    @Override
    public Optional<Estate.Resident> resident(UUID id) {
        return residents.findByIdOptional(id).map(org.bihuan.estate.domain.Resident::shown);
    }

    @Override
    public Map<UUID, Estate.Resident> residents(Collection<UUID> ids) {
        return shown(residents.withIds(ids)).stream().collect(toMap(Estate.Resident::id, Function.identity()));
    }

    @Override
    public List<Estate.Resident> residentsByPhone(String phone) {
        return shown(residents.withPhone(phone));
    }

    @Override
    public List<Estate.Resident> residentsFound(Collection<UUID> within, SearchQuery query, int limit) {
        List<UUID> ids = words.find(new Sight(false, Set.copyOf(within)), query, limit);
        Map<UUID, Estate.Resident> found = residents(ids);
        return SearchTable.inOrder(ids, found);
    }

    private static List<Estate.Resident> shown(List<org.bihuan.estate.domain.Resident> found) {
        return found.stream().map(org.bihuan.estate.domain.Resident::shown).toList();
    }

    @Override
    public List<Estate.Occupancy> occupanciesOf(UUID resident) {
        return occupancies.of(resident).stream()
                .map(org.bihuan.estate.domain.Occupancy::shown)
                .toList();
    }

    @Override
    public Map<UUID, List<Estate.Occupancy>> occupanciesOf(Collection<UUID> asked) {
        return occupancies.homesOf(asked).stream()
                .map(Home::occupancy)
                .collect(groupingBy(Estate.Occupancy::residentId));
    }

    @Override
    public List<Estate.Occupancy> occupantsOf(UUID unit, LocalDate day) {
        return occupancies.of(unit, day).stream()
                .map(org.bihuan.estate.domain.Occupancy::shown)
                .toList();
    }

    @Override
    public void doubtPhone(String phone, Collection<UUID> asked, Instant now) {
        markPhone(phone, asked, true, now);
    }

    @Override
    public void trustPhone(String phone, Collection<UUID> asked, Instant now) {
        markPhone(phone, asked, false, now);
    }

    private void markPhone(String phone, Collection<UUID> asked, boolean doubtful, Instant now) {
        if (asked.isEmpty()) {
            return;
        }
        database.createNativeMutationQuery("""
                        update resident set phone_doubtful = :doubtful, updated_at = :now, version = version + 1
                        where company_id = :company and id in (:asked) and phone = :phone and phone_doubtful <> :doubtful
                        """)
                .setParameter("doubtful", doubtful)
                .setParameterList("asked", asked)
                .setParameter("now", now)
                .setParameter("company", tenant.id())
                .setParameter("phone", phone)
                .executeUpdate();
    }

    @Override
    public Set<UUID> unknownCommunities(Collection<UUID> asked) {
        Set<UUID> unknown = new HashSet<>(asked);
        if (!unknown.isEmpty()) {
            unknown.removeAll(communities.known(asked));
        }
        return unknown;
    }

    @Override
    public Set<UUID> communitiesOf(UUID resident) {
        return Set.copyOf(occupancies.communitiesOf(resident));
    }

    @Override
    public Set<UUID> residentsIn(Set<UUID> communities, Set<UUID> asked) {
        if (communities.isEmpty() || asked.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(database.createNativeQuery("""
                        select distinct o.resident_id from occupancy o
                        join unit u on u.company_id = o.company_id and u.id = o.unit_id
                        where o.company_id = :company and o.resident_id in (:residents)
                          and u.community_id in (:communities)
                        """, UUID.class)
                .setParameter("company", tenant.id())
                .setParameterList("residents", asked)
                .setParameterList("communities", communities)
                .getResultList());
    }
}
