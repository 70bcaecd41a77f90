package org.bihuan.estate.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CommunityRepository implements PanacheRepositoryBase<Community, UUID> {
    /** @throws NotFound when there is none, or it is out of sight */
    Community load(Sight sight, UUID id) {
        return findByIdOptional(id)
                .filter(community -> sight.covers(community.id()))
                .orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound as {@link #load} */
    Community loadForChange(Sight sight, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(community -> sight.covers(community.id()))
                .orElseThrow(NotFound::new);
    }

    /** In order of creation. */
    List<Community> page(Sight sight, @Nullable UUID after, int rows) {
        Conditions conditions = conditions(sight);
        if (after != null) {
            conditions.and("c.id > :after", "after", after);
        }
        return conditions
                .query(getEntityManager(), "select c from Community c", " order by c.id", Community.class)
                .setMaxResults(rows)
                .getResultList();
    }

    long count(Sight sight) {
        return conditions(sight)
                .query(getEntityManager(), "select count(c) from Community c", "", Long.class)
                .getSingleResult();
    }

    /** All that differ, of the communities in sight or of one of them. */
    List<ZoneId> zones(Sight sight, @Nullable UUID community) {
        Conditions conditions = conditions(sight);
        if (community != null) {
            conditions.and("c.id = :community", "community", community);
        }
        return conditions
                .query(getEntityManager(), "select distinct c.timeZone from Community c", "", String.class)
                .getResultList()
                .stream()
                .map(ZoneId::of)
                .toList();
    }

    private static Conditions conditions(Sight sight) {
        Conditions conditions = new Conditions();
        sight.narrow(conditions, "c.id");
        return conditions;
    }

    boolean isNameTaken(String name, UUID exceptBy) {
        return new Conditions()
                .and("lower(c.name) = lower(:name)", "name", name)
                .and("c.id <> :self", "self", exceptBy)
                .meetsAny(getEntityManager(), "select c.id from Community c");
    }

    Set<UUID> known(Collection<UUID> ids) {
        return Set.copyOf(getEntityManager()
                .createQuery("select c.id from Community c where c.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
    }
}
