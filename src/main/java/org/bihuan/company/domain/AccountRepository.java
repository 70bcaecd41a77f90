package org.bihuan.company.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.CompanyId;
import org.bihuan.company.Role;
import org.bihuan.shared.NotFound;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {
    /** @throws NotFound if there is none */
    Account load(AccountId id) {
        return findByIdOptional(id.value()).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound if there is none */
    Account loadForChange(AccountId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    List<Account> named(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    List<Account> enabledStaffOf(UUID community) {
        return getEntityManager()
                .createQuery("""
                        select a from Account a
                        where a.disabledAt is null and a.residentId is null
                          and exists (from a.memberships m where m.communityId = :community) order by a.id
                        """, Account.class)
                .setParameter("community", community)
                .getResultList();
    }

    List<Account> enabledAdministrators() {
        return getEntityManager()
                .createQuery(
                        "select a from Account a where array_contains(a.roles, :role) and a.disabledAt is null"
                                + " order by a.id",
                        Account.class)
                .setParameter("role", Role.Names.ADMIN)
                .getResultList();
    }

    /** In order of creation; null filters filter nothing. */
    List<Account> page(AccountFilter filter, @Nullable UUID after, int rows) {
        TypedQuery<Account> query = query(
                "select a from Account a where " + AccountFilter.CONDITION + " and (:after is null or a.id > :after)"
                        + " order by a.id",
                Account.class,
                filter);
        return query.setParameter("after", after).setMaxResults(rows).getResultList();
    }

    long count(AccountFilter filter) {
        return query("select count(a) from Account a where " + AccountFilter.CONDITION, Long.class, filter)
                .getSingleResult();
    }

    private <T> TypedQuery<T> query(String hql, Class<T> type, AccountFilter filter) {
        return getEntityManager()
                .createQuery(hql, type)
                .setParameter("role", filter.role() == null ? "" : filter.role().name())
                .setParameter("community", filter.communityId())
                .setParameter("everywhere", filter.visibleCommunities() == null)
                .setParameter(
                        "visible",
                        filter.visibleCommunities() == null ? List.of(new UUID(0, 0)) : filter.visibleCommunities());
    }

    /** Until the end of the transaction, so that the last two of a role cannot take it from each other at once. */
    void oneChangeAtATime(CompanyId company) {
        Object unused = getEntityManager()
                .createNativeQuery("select 1 from company where company_id = ?1 for no key update")
                .setParameter(1, company.value())
                .getSingleResult();
    }

    long countActive(Role role) {
        return getEntityManager()
                .createQuery(
                        "select count(a) from Account a where array_contains(a.roles, :role) and a.disabledAt is null",
                        Long.class)
                .setParameter("role", role.name())
                .getSingleResult();
    }
}
