package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bihuan.company.Companies;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.NotFound;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/** A number never changes once it is given, so it is remembered. */
@ApplicationScoped
class CompanyNumbers implements Companies {
    private final Session database;
    private final ConcurrentMap<CompanyId, Long> numbers = new ConcurrentHashMap<>();

    CompanyNumbers(Session database) {
        this.database = database;
    }

    @Override
    public long number(CompanyId company) {
        return numbers.computeIfAbsent(
                company,
                id -> database.createNativeQuery("select number from company where company_id = ?1", Long.class)
                        // Asked in the midst of changes, whose rows are not for this to write.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter(1, id.value())
                        .uniqueResultOptional()
                        .orElseThrow(NotFound::new));
    }

    @Override
    public String name(CompanyId company) {
        return database.createNativeQuery("select name from company where company_id = ?1", String.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter(1, company.value())
                .uniqueResultOptional()
                .orElseThrow(NotFound::new);
    }

    @Override
    public Optional<CompanyId> byNumber(long number) {
        return database.createNativeQuery("select company_id from company where number = ?1", UUID.class)
                .setParameter(1, number)
                .uniqueResultOptional()
                .map(CompanyId::new);
    }
}
