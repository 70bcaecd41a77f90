package org.bihuan.estate.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.estate.Relation;
import org.bihuan.shared.Ids;
import org.bihuan.shared.TenantOwned;
import org.jspecify.annotations.Nullable;

/** That a resident belongs to a unit from a day to a day. Part of the resident, whose version counts its changes. */
@Entity
class Occupancy extends TenantOwned {
    @Id
    private UUID id;

    private UUID residentId;
    private UUID unitId;
    private UUID communityId;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private LocalDate fromDay;
    private @Nullable LocalDate toDay;

    protected Occupancy() {}

    /** @param communityId of the unit */
    Occupancy(UUID residentId, UUID communityId, OccupancyDetails details) {
        this.id = Ids.next();
        this.residentId = residentId;
        this.unitId = details.unitId();
        this.communityId = communityId;
        this.relation = details.relation();
        this.fromDay = details.from();
        this.toDay = details.to();
    }

    void endOn(@Nullable LocalDate day) {
        toDay = day;
    }

    UUID communityId() {
        return communityId;
    }

    boolean beginsLike(OccupancyDetails other) {
        return unitId.equals(other.unitId()) && relation == other.relation() && fromDay.equals(other.from());
    }

    OccupancyDetails details() {
        return new OccupancyDetails(unitId, relation, fromDay, toDay);
    }

    Estate.Occupancy shown() {
        return new Estate.Occupancy(residentId, unitId, relation, fromDay, toDay);
    }

    UUID id() {
        return id;
    }
}
