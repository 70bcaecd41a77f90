package org.bihuan.estate.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Paging;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BuildingRepository implements PanacheRepositoryBase<Building, UUID> {
    /** @throws NotFound when the community has no such building */
    Building load(UUID community, UUID id) {
        return findByIdOptional(id)
                .filter(building -> building.communityId().equals(community))
                .orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound as {@link #load} */
    Building loadForChange(UUID community, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(building -> building.communityId().equals(community))
                .orElseThrow(NotFound::new);
    }

    /** In the order people count. */
    List<Building> page(UUID community, Paging.@Nullable Position after, int rows) {
        Conditions conditions = new Conditions().and("b.communityId = :community", "community", community);
        if (after != null) {
            conditions
                    .and("(b.nameOrder, b.id) > (:afterName, :afterId)", "afterName", after.text(0))
                    .with("afterId", after.id(1));
        }
        return conditions
                .query(getEntityManager(), "select b from Building b", " order by b.nameOrder, b.id", Building.class)
                .setMaxResults(rows)
                .getResultList();
    }

    boolean isTaken(Building building) {
        return new Conditions()
                .and("b.communityId = :community", "community", building.communityId())
                .and("b.nameKey = :key", "key", building.nameKey())
                .and("b.id <> :self", "self", building.id())
                .meetsAny(getEntityManager(), "select b.id from Building b");
    }
}
