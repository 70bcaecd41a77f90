package org.bihuan.savedview.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.TenantRepository;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SavedViewRepository implements TenantRepository<SavedView> {
    private static final String SHARED = "(v.communityId is null or v.communityId in :communities)";

    long countOf(AccountId owner) {
        return count("ownerId", owner.value());
    }

    /** Whether the owner calls another view so. Asked before anything is changed, because asking writes what was changed. */
    boolean isNameTaken(UUID owner, String name, UUID except) {
        return count("ownerId = ?1 and lower(name) = lower(?2) and id <> ?3", owner, name, except) > 0;
    }

    /** The caller's own and those shared with them, in order of creation. */
    List<SavedView> page(Caller by, Set<SavedList> lists, @Nullable UUID after, int rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        String condition = visible(by, lists, values) + (after == null ? "" : " and v.id > :after");
        if (after != null) {
            values.put("after", after);
        }
        var query = getSession().createQuery("from SavedView v where " + condition + " order by v.id", SavedView.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(rows).getResultList();
    }

    long countVisible(Caller by, Set<SavedList> lists) {
        Map<String, Object> values = new LinkedHashMap<>();
        String hql = "select count(*) from SavedView v where " + visible(by, lists, values);
        var query = getSession().createQuery(hql, Long.class);
        values.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static String visible(Caller by, Set<SavedList> lists, Map<String, Object> values) {
        values.put("lists", lists);
        values.put("self", by.id().value());
        if (by.is(Role.ADMIN)) {
            return "v.list in :lists and (v.ownerId = :self or v.shared)";
        }
        values.put("communities", by.communities().isEmpty() ? Set.of(new UUID(0, 0)) : by.communities());
        return "v.list in :lists and (v.ownerId = :self or (v.shared and " + SHARED + "))";
    }
}
