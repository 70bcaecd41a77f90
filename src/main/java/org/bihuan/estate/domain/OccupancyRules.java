package org.bihuan.estate.domain;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.shared.FieldError;

/** What the occupancies of one resident must meet. */
@ApplicationScoped
class OccupancyRules {
    private final UnitRepository units;

    OccupancyRules(UnitRepository units) {
        this.units = units;
    }

    /**
     * Checks them, as far as they are complete.
     *
     * @param errors gets all that is wrong with them
     * @return their units, by id
     */
    Map<UUID, Unit> check(Sight sight, List<OccupancyDetails> occupancies, List<FieldError> errors) {
        Map<UUID, Unit> known = units
                .withIds(occupancies.stream()
                        .filter(Objects::nonNull)
                        .map(OccupancyDetails::unitId)
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .filter(unit -> sight.covers(unit.communityId()))
                .collect(toMap(Unit::id, Function.identity()));
        for (int i = 0; i < occupancies.size(); i++) {
            OccupancyDetails one = occupancies.get(i);
            if (one == null) {
                continue;
            }
            String pointer = "/occupancies/" + i;
            if (one.unitId() == null || !known.containsKey(one.unitId())) {
                errors.add(new FieldError(pointer + "/unitId", "UNKNOWN_UNIT"));
            }
            if (one.endsBeforeItBegins()) {
                errors.add(new FieldError(pointer + "/to", "ENDS_BEFORE_IT_BEGINS"));
            } else if (occupancies.subList(0, i).stream().anyMatch(other -> other != null && one.overlaps(other))) {
                errors.add(new FieldError(pointer + "/from", "OVERLAPS_ANOTHER"));
            }
        }
        return known;
    }
}
