package org.bihuan.company.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Paging;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AbsenceRepository implements PanacheRepositoryBase<Absence, UUID> {
    /** Loads it. @throws NotFound when the account has none such */
    Absence load(AccountId account, UUID id) {
        return findByIdOptional(id)
                .filter(absence -> absence.accountId().equals(account.value()))
                .orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound as {@link #load} */
    Absence loadForChange(AccountId account, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(absence -> absence.accountId().equals(account.value()))
                .orElseThrow(NotFound::new);
    }

    /** In the order they begin. */
    List<Absence> page(AccountId account, Paging.@Nullable Position after, int rows) {
        String further = after == null ? "" : " and (b.startsAt, b.id) > (:afterStart, :afterId)";
        var query = getEntityManager()
                .createQuery(
                        "select b from Absence b where b.accountId = :account" + further + " order by b.startsAt, b.id",
                        Absence.class)
                .setParameter("account", account.value());
        if (after != null) {
            query.setParameter("afterStart", after.instant(0)).setParameter("afterId", after.id(1));
        }
        return query.setMaxResults(rows).getResultList();
    }

    /** Those of the accounts that are away at that moment. */
    Set<UUID> awayAt(Collection<UUID> accounts, Instant moment) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(getEntityManager()
                .createQuery("""
                        select distinct b.accountId from Absence b
                        where b.accountId in :accounts and b.startsAt <= :moment and b.endsAt > :moment
                        """, UUID.class)
                .setParameter("accounts", accounts)
                .setParameter("moment", moment)
                .getResultList());
    }
}
