package org.bihuan.estate.domain;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;

/** What the occupancies of one resident must meet. */
@ApplicationScoped
class OccupancyRules {
    private final UnitRepository units;

    OccupancyRules(UnitRepository units) {
        this.units = units;
    }

    /**
     * Checks them.
     *
     * @return their units, by id
     * @throws InvalidInput with all that is wrong with them
     */
    Map<UUID, Unit> check(Sight sight, List<OccupancyDetails> occupancies) {
        Map<UUID, Unit> known = units
                .withIds(occupancies.stream().map(OccupancyDetails::unitId).toList())
                .stream()
                .filter(unit -> sight.covers(unit.communityId()))
                .collect(toMap(Unit::id, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < occupancies.size(); i++) {
            OccupancyDetails one = occupancies.get(i);
            String pointer = "/occupancies/" + i;
            if (!known.containsKey(one.unitId())) {
                errors.add(new FieldError(pointer + "/unitId", "UNKNOWN_UNIT"));
            }
            if (one.endsBeforeItBegins()) {
                errors.add(new FieldError(pointer + "/to", "ENDS_BEFORE_IT_BEGINS"));
            } else if (occupancies.subList(0, i).stream().anyMatch(one::overlaps)) {
                errors.add(new FieldError(pointer + "/from", "OVERLAPS_ANOTHER"));
            }
        }
        if (!errors.isEmpty()) {
            throw InvalidInput.invalid(errors);
        }
        return known;
    }
}
