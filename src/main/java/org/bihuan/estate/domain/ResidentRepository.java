package org.bihuan.estate.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ResidentRepository implements PanacheRepositoryBase<Resident, UUID> {
    /** Loads and locks until the end of the transaction. @throws NotFound when there is none */
    Resident loadForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** In order of creation. */
    List<Resident> page(Conditions conditions, @Nullable UUID after, int rows) {
        if (after != null) {
            conditions.and("r.id > :after", "after", after);
        }
        return conditions
                .query(getEntityManager(), "select r from Resident r", " order by r.id", Resident.class)
                .setMaxResults(rows)
                .getResultList();
    }

    long count(Conditions conditions) {
        return conditions
                .query(getEntityManager(), "select count(r) from Resident r", "", Long.class)
                .getSingleResult();
    }

    List<Resident> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The code of these units has changed, and it is part of how their residents are shown. */
    void noteNewCodes(Collection<UUID> units, Instant now) {
        getEntityManager()
                .createQuery("""
                        update versioned Resident r set r.updatedAt = :now
                        where r.id in (select o.residentId from Occupancy o where o.unitId in :units)""")
                .setParameter("now", now)
                .setParameter("units", units)
                .executeUpdate();
    }

    List<Resident> withPhone(String phone) {
        return list("phone = ?1 order by id", phone);
    }
}
