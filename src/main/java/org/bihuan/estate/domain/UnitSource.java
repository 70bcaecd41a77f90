package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.company.SearchSource;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchedFields;
import org.hibernate.Session;

/** Units, by their code or its last parts. */
@ApplicationScoped
class UnitSource implements SearchSource {
    private static final String UNITS = """
            select u.* from unit u
            where u.company_id = :company and (:everywhere or u.community_id = any (cast(:communities as uuid[])))
              and (u.code_key = :code or unit_parts(u.code_key) && cast(:parts as text[]))
            order by u.code_key = :code desc, u.code_order, u.id limit :rows
            """;

    private final Session database;
    private final CurrentTenant tenant;

    UnitSource(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public Type type() {
        return Type.UNIT;
    }

    @Override
    public List<Hit> find(Caller by, Asked asked) {
        String code = asked.query().code();
        boolean mayAsk = by.isAny(Role.ADMIN, Role.MANAGER, Role.FRONT_DESK, Role.TECHNICIAN);
        if (code == null || !mayAsk) {
            return List.of();
        }
        Set<UUID> communities = asked.community() == null ? by.communities() : Set.of(asked.community());
        boolean everywhere = asked.community() == null && by.is(Role.ADMIN);
        Set<UUID> within = by.is(Role.ADMIN) ? communities : asked.within(by.communities());
        return database
                .createNativeQuery(UNITS, Unit.class)
                .setParameter("company", tenant.id())
                .setParameter("everywhere", everywhere)
                .setParameter("communities", within.toArray(UUID[]::new))
                .setParameter("code", code)
                .setParameter("parts", UnitCode.searchedParts(code).toArray(String[]::new))
                .setParameter("rows", asked.limit())
                .getResultList()
                .stream()
                .map(unit -> hit(unit, asked))
                .toList();
    }

    private static Hit hit(Unit unit, Asked asked) {
        SearchedFields fields = new SearchedFields(asked.query()).code("code", unit.codeKey(), unit.code());
        return new Hit(
                Type.UNIT,
                unit.id(),
                unit.communityId(),
                unit.code(),
                null,
                null,
                true,
                null,
                fields.way().orElse(SearchWay.CODE_PART),
                fields.matches());
    }
}
