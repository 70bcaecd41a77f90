package org.bihuan.estate.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Paging;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UUID> {
    private static final String SHOWN = """
            select u.id, u.communityId, u.buildingId, u.code, b.acceptanceDate
            from Unit u join Building b on b.id = u.buildingId
            """;

    /** @throws NotFound when there is none, or it is out of sight */
    Unit load(Sight sight, UUID id) {
        return findByIdOptional(id)
                .filter(unit -> sight.covers(unit.communityId()))
                .orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound as {@link #load} */
    Unit loadForChange(Sight sight, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(unit -> sight.covers(unit.communityId()))
                .orElseThrow(NotFound::new);
    }

    List<Unit> ofBuildingForChange(UUID building) {
        return find("buildingId = ?1 order by id", building)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Unit> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** By community, and there in the order people count. */
    List<Unit> page(Conditions conditions, Paging.@Nullable Position after, int rows) {
        if (after != null) {
            conditions
                    .and(
                            "(u.communityId, u.codeOrder, u.id) > (:afterCommunity, :afterCode, :afterId)",
                            "afterCommunity",
                            after.id(0))
                    .with("afterCode", after.text(1))
                    .with("afterId", after.id(2));
        }
        return conditions
                .query(
                        getEntityManager(),
                        "select u from Unit u",
                        " order by u.communityId, u.codeOrder, u.id",
                        Unit.class)
                .setMaxResults(rows)
                .getResultList();
    }

    long count(Conditions conditions) {
        return conditions
                .query(getEntityManager(), "select count(u) from Unit u", "", Long.class)
                .getSingleResult();
    }

    boolean isTaken(Unit unit) {
        return new Conditions()
                .and("u.communityId = :community", "community", unit.communityId())
                .and("u.codeKey = :key", "key", unit.codeKey())
                .and("u.id <> :self", "self", unit.id())
                .meetsAny(getEntityManager(), "select u.id from Unit u");
    }

    List<Estate.Unit> shown(Collection<UUID> ids) {
        return shown(new Conditions().and("u.id in :ids", "ids", ids));
    }

    List<Estate.Unit> shown(UUID community, UnitCode code) {
        return shown(new Conditions()
                .and("u.communityId = :community", "community", community)
                .and("u.codeKey = :code", "code", code.key()));
    }

    private List<Estate.Unit> shown(Conditions conditions) {
        return conditions
                .query(getEntityManager(), SHOWN, "", Estate.Unit.class)
                .getResultList();
    }
}
