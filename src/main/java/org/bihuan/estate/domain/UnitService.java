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

/** The units of a company. */
@ApplicationScoped
public class UnitService {
    private final UnitRepository units;
    private final BuildingRepository buildings;
    private final RegistryLock lock;
    private final ResidentRepository residents;
    private final Paging paging;
    private final Clock clock;

    UnitService(
            UnitRepository units,
            BuildingRepository buildings,
            RegistryLock lock,
            ResidentRepository residents,
            Paging paging,
            Clock clock) {
        this.units = units;
        this.buildings = buildings;
        this.lock = lock;
        this.residents = residents;
        this.paging = paging;
        this.clock = clock;
    }

    /** @param communityId of the building, for who wishes to be sure; null is any */
    @Transactional
    public <T> T create(
            Caller by, @Nullable UUID communityId, UUID buildingId, UnitDetails details, Function<Unit, T> view) {
        lock.toEditIn(by.company(), buildingId);
        Building building = buildings
                .findByIdOptional(buildingId)
                .filter(found -> Sight.of(by).covers(found.communityId()))
                .filter(found -> communityId == null || communityId.equals(found.communityId()))
                .orElseThrow(() -> InvalidInput.invalid("/buildingId", "UNKNOWN_BUILDING"));
        Unit unit = new Unit(building, details, clock.instant());
        requireFreeCode(unit);
        units.persistAndFlush(unit);
        return view.apply(unit);
    }

    @Transactional
    public <T> T change(
            Caller by, UUID id, @Nullable String ifMatch, UnaryOperator<UnitDetails> patch, Function<Unit, T> view) {
        lock.toEditUnit(by.company(), id);
        Unit unit = units.loadForChange(Sight.of(by), id);
        Versions.requireMatch(ifMatch, unit.version());
        String before = unit.code();
        unit.change(buildings.findById(unit.buildingId()), patch.apply(unit.details()), clock.instant());
        requireFreeCode(unit);
        if (!unit.code().equals(before)) {
            residents.noteNewCodes(List.of(id), clock.instant());
        }
        units.flush();
        return view.apply(unit);
    }

    private void requireFreeCode(Unit unit) {
        if (units.isTaken(unit)) {
            throw InvalidInput.invalid("/room", "UNIT_TAKEN", unit.code());
        }
    }

    @Transactional
    public <T> T read(Caller by, UUID id, Function<Unit, T> view) {
        return view.apply(units.load(Sight.of(by), id));
    }

    @Transactional
    public <T> Listing<T> list(Caller by, PageQuery page, UnitFilter filter, Function<Unit, T> view) {
        Sight sight = Sight.of(by);
        List<Unit> rows = units.page(filter.conditions(sight), paging.after(page), page.size() + 1);
        return paging.page(
                        page,
                        rows,
                        unit -> List.of(unit.communityId(), unit.codeOrder(), unit.id()),
                        () -> units.count(filter.conditions(sight)))
                .map(view);
    }

    @Transactional
    public boolean isVisible(Caller by, UUID id) {
        return units.findByIdOptional(id)
                .filter(unit -> Sight.of(by).covers(unit.communityId()))
                .isPresent();
    }
}
