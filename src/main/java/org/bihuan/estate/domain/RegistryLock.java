package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.CompanyId;
import org.hibernate.Session;

/**
 * Keeps an import and edits of one community's registry apart, until the end of the transaction: an import has it alone; edits
 * share it and do not wait for each other. Taken before anything else is locked.
 */
@ApplicationScoped
class RegistryLock {
    private final Session database;

    RegistryLock(Session database) {
        this.database = database;
    }

    /**
     * One import at a time in a company, because the same person can be in the registries of two communities, and so that only
     * one file is held in memory.
     */
    void toImport(CompanyId company, UUID community) {
        queue("registry " + company);
        row("select id from community where company_id = :company and id = :id for update", company, community);
    }

    /** Waits for imports and keeps them waiting, but no edit; of those who only look, too, one file is held at a time. */
    void toLook(CompanyId company, UUID community) {
        queue("registry look " + company);
        toEdit(company, community);
    }

    void toEdit(CompanyId company, UUID community) {
        row("select id from community where company_id = :company and id = :id for share", company, community);
    }

    /** As {@link #toEdit}, of the community that the building is in, if there is one. */
    void toEditIn(CompanyId company, UUID building) {
        row("""
                select c.id from community c join building b on b.company_id = c.company_id and b.community_id = c.id
                where b.company_id = :company and b.id = :id for share of c
                """, company, building);
    }

    /** As {@link #toEdit}, of the community that the unit is in, if there is one. */
    void toEditUnit(CompanyId company, UUID unit) {
        row("""
                select c.id from community c join unit u on u.company_id = c.company_id and u.community_id = c.id
                where u.company_id = :company and u.id = :id for share of c
                """, company, unit);
    }

    private void queue(String name) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) l", Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private List<UUID> row(String sql, CompanyId company, UUID id) {
        return database.createNativeQuery(sql, UUID.class)
                .setParameter("company", company.value())
                .setParameter("id", id)
                .getResultList();
    }
}
