package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.company.Caller;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The buildings of a community. */
@ApplicationScoped
public class BuildingService {
    private final CommunityRepository communities;
    private final BuildingRepository buildings;
    private final RegistryLock lock;
    private final UnitRepository units;
    private final ResidentRepository residents;
    private final Paging paging;
    private final Clock clock;

    BuildingService(
            CommunityRepository communities,
            BuildingRepository buildings,
            RegistryLock lock,
            UnitRepository units,
            ResidentRepository residents,
            Paging paging,
            Clock clock) {
        this.communities = communities;
        this.buildings = buildings;
        this.lock = lock;
        this.units = units;
        this.residents = residents;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> T create(Caller by, UUID community, BuildingDetails details, Function<Building, T> view) {
        lock.toEdit(by.company(), community);
        communities.load(Sight.of(by), community);
        Building building = new Building(community, details, clock.instant());
        requireFreeName(building);
        buildings.persistAndFlush(building);
        return view.apply(building);
    }

    /** The codes of its units follow its name. */
    @Transactional
    public <T> T change(
            Caller by,
            UUID community,
            UUID id,
            @Nullable String ifMatch,
            UnaryOperator<BuildingDetails> patch,
            Function<Building, T> view) {
        lock.toEdit(by.company(), community);
        communities.load(Sight.of(by), community);
        Building building = buildings.loadForChange(community, id);
        Versions.requireMatch(ifMatch, building.version());
        BuildingDetails before = building.details();
        building.change(patch.apply(before), clock.instant());
        requireFreeName(building);
        if (!building.name().equals(before.name())) {
            renameUnits(building);
        }
        buildings.flush();
        return view.apply(building);
    }

    private void renameUnits(Building building) {
        List<Unit> inside = units.ofBuildingForChange(building.id());
        inside.forEach(unit -> unit.moveWith(building, clock.instant()));
        residents.noteNewCodes(inside.stream().map(Unit::id).toList(), clock.instant());
    }

    private void requireFreeName(Building building) {
        if (buildings.isTaken(building)) {
            throw InvalidInput.invalid("/name", "NAME_TAKEN");
        }
    }

    @Transactional
    public <T> T read(Caller by, UUID community, UUID id, Function<Building, T> view) {
        communities.load(Sight.of(by), community);
        return view.apply(buildings.load(community, id));
    }

    @Transactional
    public <T> Listing<T> list(Caller by, UUID community, PageQuery page, Function<Building, T> view) {
        communities.load(Sight.of(by), community);
        List<Building> rows = buildings.page(community, paging.after(page), page.size() + 1);
        return paging.page(
                        page,
                        rows,
                        building -> List.of(building.nameOrder(), building.id()),
                        () -> buildings.count("communityId", community))
                .map(view);
    }
}
