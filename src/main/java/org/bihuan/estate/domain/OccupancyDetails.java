package org.bihuan.estate.domain;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.estate.Relation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody belongs to a unit, and when.
 *
 * @param to the last day; null while it lasts
 */
@Schema(name = "NewOccupancy")
public record OccupancyDetails(
        @NotNull UUID unitId,
        @NotNull Relation relation,
        @NotNull LocalDate from,
        @Nullable LocalDate to) {
    /** Of a draft it need not be. */
    private boolean isComplete() {
        return unitId != null && relation != null && from != null;
    }

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.isBefore(from);
    }

    boolean overlaps(OccupancyDetails other) {
        if (!isComplete() || !other.isComplete()) {
            return false;
        }
        boolean sameTie = unitId.equals(other.unitId) && relation == other.relation;
        boolean endsBefore = to != null && to.isBefore(other.from);
        boolean beginsAfter = other.to != null && other.to.isBefore(from);
        return sameTie && !endsBefore && !beginsAfter;
    }
}
