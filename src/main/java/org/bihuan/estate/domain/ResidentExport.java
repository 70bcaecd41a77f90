package org.bihuan.estate.domain;

import static java.util.stream.Collectors.groupingBy;
import static org.bihuan.shared.ExportColumn.code;
import static org.bihuan.shared.ExportColumn.day;
import static org.bihuan.shared.ExportColumn.text;
import static org.bihuan.shared.ExportColumn.time;
import static org.bihuan.shared.ExportColumn.yesOrNo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.estate.ReadersZone;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.KeysetPages;
import org.jspecify.annotations.Nullable;

/** The list of residents, to be taken home. */
@ApplicationScoped
public class ResidentExport {
    private final ResidentRepository residents;
    private final OccupancyRepository occupancies;
    private final ReadersZone zone;

    ResidentExport(ResidentRepository residents, OccupancyRepository occupancies, ReadersZone zone) {
        this.residents = residents;
        this.occupancies = occupancies;
        this.zone = zone;
    }

    /** @param homes in sight of who takes it home, the newest first */
    public record Row(Resident resident, List<Home> homes) {}

    /** The same that {@link ResidentService#list} shows page by page, in the same order. */
    public ExportTable<Row> of(Caller by, ResidentFilter filter) {
        Sight sight = Sight.of(by);
        return new ExportTable<>(
                "residents",
                zone.of(by, filter.communityId()),
                COLUMNS,
                new KeysetPages<>(
                        (after, rows) -> residents.page(
                                filter.conditions(sight, by.company()), after == null ? null : after.id(0), rows),
                        resident -> List.of(resident.id()),
                        found -> rows(found, sight)));
    }

    private List<Row> rows(List<Resident> found, Sight sight) {
        Map<UUID, List<Home>> homes = occupancies
                .homesOf(found.stream().map(Resident::id).toList())
                .stream()
                .filter(home -> sight.covers(home.communityId()))
                .collect(groupingBy(home -> home.occupancy().residentId()));
        return found.stream()
                .map(resident -> new Row(resident, homes.getOrDefault(resident.id(), List.of())))
                .toList();
    }

    private static final List<ExportColumn<Row>> COLUMNS = List.of(
            text("name", 14, row -> row.resident().name()),
            text("phone", 18, row -> row.resident().phone()),
            yesOrNo("phoneDoubtful", row -> row.resident().phoneDoubtful()),
            text("email", 26, row -> row.resident().email()),
            text(
                    "unitCode",
                    14,
                    row -> row.homes().isEmpty() ? null : row.homes().getFirst().unitCode()),
            code("relation", row -> newest(row, Estate.Occupancy::relation)),
            day("from", row -> newest(row, Estate.Occupancy::from)),
            day("to", row -> newest(row, Estate.Occupancy::to)),
            text("otherUnits", 24, ResidentExport::otherUnits),
            time("createdAt", row -> row.resident().createdAt()),
            time("updatedAt", row -> row.resident().updatedAt()),
            text("id", 38, row -> row.resident().id().toString()));

    private static <T> @Nullable T newest(Row row, Function<Estate.Occupancy, @Nullable T> part) {
        return row.homes().isEmpty() ? null : part.apply(row.homes().getFirst().occupancy());
    }

    private static String otherUnits(Row row) {
        return row.homes().stream().skip(1).map(Home::unitCode).distinct().collect(Collectors.joining("; "));
    }
}
