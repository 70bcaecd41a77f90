package org.bihuan.estate.domain;

import static org.bihuan.shared.ExportColumn.decimal;
import static org.bihuan.shared.ExportColumn.text;
import static org.bihuan.shared.ExportColumn.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.estate.ReadersZone;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.KeysetPages;

/** The list of units, to be taken home. */
@ApplicationScoped
public class UnitExport {
    private final UnitRepository units;
    private final CommunityRepository communities;
    private final BuildingRepository buildings;
    private final ReadersZone zone;

    UnitExport(UnitRepository units, CommunityRepository communities, BuildingRepository buildings, ReadersZone zone) {
        this.units = units;
        this.communities = communities;
        this.buildings = buildings;
        this.zone = zone;
    }

    public record Row(Unit unit, String community, String building) {}

    /** The same that {@link UnitService#list} shows page by page, in the same order. */
    public ExportTable<Row> of(Caller by, UnitFilter filter) {
        Sight sight = Sight.of(by);
        Map<UUID, String> names = new HashMap<>();
        return new ExportTable<>(
                "units",
                zone.of(by, filter.communityId()),
                COLUMNS,
                new KeysetPages<>(
                        (after, rows) -> units.page(filter.conditions(sight), after, rows),
                        unit -> List.of(unit.communityId(), unit.codeOrder(), unit.id()),
                        found -> found.stream().map(unit -> row(unit, names)).toList()));
    }

    private Row row(Unit unit, Map<UUID, String> names) {
        return new Row(
                unit,
                names.computeIfAbsent(
                        unit.communityId(),
                        id -> communities
                                .findByIdOptional(id)
                                .map(Community::name)
                                .orElse("")),
                names.computeIfAbsent(
                        unit.buildingId(),
                        id -> buildings.findByIdOptional(id).map(Building::name).orElse("")));
    }

    private static final List<ExportColumn<Row>> COLUMNS = List.of(
            text("code", 14, row -> row.unit().code()),
            text("community", 16, Row::community),
            text("building", 10, Row::building),
            text("entrance", 10, row -> row.unit().entrance()),
            text("room", 10, row -> row.unit().room()),
            decimal("area", row -> row.unit().area()),
            time("createdAt", row -> row.unit().createdAt()),
            time("updatedAt", row -> row.unit().updatedAt()),
            text("id", 38, row -> row.unit().id().toString()));
}
