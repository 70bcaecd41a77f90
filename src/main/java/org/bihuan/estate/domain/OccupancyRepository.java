package org.bihuan.estate.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.estate.Relation;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OccupancyRepository implements PanacheRepositoryBase<Occupancy, UUID> {
    private static final String NEWEST_FIRST = " order by o.fromDay desc, o.id desc";

    record Row(
            UUID residentId,
            UUID unitId,
            Relation relation,
            LocalDate from,
            @Nullable LocalDate to,
            String code,
            UUID community) {
        Home home() {
            return new Home(new Estate.Occupancy(residentId, unitId, relation, from, to), code, community);
        }
    }

    /** Of all these residents, also past ones, the newest first. */
    List<Home> homesOf(Collection<UUID> residents) {
        if (residents.isEmpty()) {
            return List.of();
        }
        return new Conditions()
                .and("o.residentId in :residents", "residents", residents)
                .query(getEntityManager(), """
                        select o.residentId, o.unitId, o.relation, o.fromDay, o.toDay, u.code, u.communityId
                        from Occupancy o join Unit u on u.id = o.unitId""", NEWEST_FIRST, Row.class)
                .getResultStream()
                .map(Row::home)
                .toList();
    }

    List<Occupancy> of(UUID resident) {
        return list("residentId = ?1 order by fromDay desc, id desc", resident);
    }

    /** In the order they came. */
    List<Occupancy> of(UUID unit, LocalDate day) {
        return list("unitId = ?1 and fromDay <= ?2 and (toDay is null or toDay >= ?2) order by fromDay, id", unit, day);
    }

    List<UUID> communitiesOf(UUID resident) {
        return getEntityManager()
                .createQuery("""
                        select distinct o.communityId from Occupancy o where o.residentId = :resident""", UUID.class)
                .setParameter("resident", resident)
                .getResultList();
    }
}
