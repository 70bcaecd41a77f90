package org.bihuan.workorder.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderId;

@ApplicationScoped
class WorkOrderRepository implements PanacheRepositoryBase<WorkOrder, UUID> {
    private static final int ASKED_AT_ONCE = 1000;
    private static final List<Status> ENDED = List.of(Status.CLOSED, Status.CANCELLED);

    /** @throws NotFound if there is none */
    WorkOrder load(WorkOrderId id) {
        return findByIdOptional(id.value()).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction, so that of two changes the second sees the first. @throws NotFound if there is none */
    WorkOrder loadForChange(WorkOrderId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    long nextSerial() {
        return getSession()
                .createNativeQuery("select nextval('work_order_number')", Long.class)
                .getSingleResult();
    }

    List<Long> nextSerials(int count) {
        return getSession()
                .createNativeQuery("select nextval('work_order_number') from generate_series(1, :count)", Long.class)
                .setParameter("count", count)
                .getResultList();
    }

    /** Of those of other systems' orders that are here: the digest of what was said of them. */
    Map<String, byte[]> imported(List<String> externalIds) {
        Map<String, byte[]> known = new HashMap<>();
        for (int from = 0; from < externalIds.size(); from += ASKED_AT_ONCE) {
            List<String> some = externalIds.subList(from, Math.min(from + ASKED_AT_ONCE, externalIds.size()));
            getSession()
                    .createQuery(
                            "select w.externalId, w.importedRow from WorkOrder w where w.externalId in :ids",
                            Object[].class)
                    .setParameterList("ids", some)
                    .getResultList()
                    .forEach(row -> known.put((String) row[0], (byte[]) row[1]));
        }
        return known;
    }

    List<WorkOrder> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    Optional<WorkOrder> byTrackingHash(byte[] hash) {
        return find("trackingHash", (Object) hash).firstResultOptional();
    }

    List<WorkOrder> openOf(
            Collection<UUID> communities,
            Collection<UUID> residents,
            Collection<UUID> units,
            Collection<String> phones,
            int limit) {
        return getSession()
                .createQuery("""
                        from WorkOrder w where w.communityId in :communities and w.status not in :ended
                        and (w.reporter.residentId in :residents or w.spot.unitId in :units
                          or w.reporter.reporterPhone in :phones)
                        order by w.createdAt desc, w.id desc
                        """, WorkOrder.class)
                .setParameterList("communities", communities)
                .setParameterList("ended", ENDED)
                .setParameterList("residents", residents)
                .setParameterList("units", units)
                .setParameterList("phones", phones)
                .setMaxResults(limit)
                .getResultList();
    }

    List<UUID> buildingsWithManyAlike(Collection<UUID> buildings, Instant since, int atLeast) {
        return getSession()
                .createQuery("""
                        select distinct w.spot.buildingId from WorkOrder w
                        where w.spot.buildingId in :buildings and w.categoryId is not null
                          and w.status not in :ended and w.createdAt > :since
                        group by w.spot.buildingId, w.categoryId having count(*) >= :atLeast
                        """, UUID.class)
                .setParameterList("buildings", buildings)
                .setParameterList("ended", ENDED)
                .setParameter("since", since)
                .setParameter("atLeast", atLeast)
                .getResultList();
    }
}
