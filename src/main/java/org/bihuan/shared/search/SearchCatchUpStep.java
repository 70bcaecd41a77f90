package org.bihuan.shared.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchFiller;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** One transaction of {@link SearchCatchUp}: what it has done and how far it has come are kept together. */
@ApplicationScoped
class SearchCatchUpStep {
    private static final int ROWS = 500;
    private static final String OF_THE_TABLE = " where company_id = :company and table_name = :table";

    private final Session database;
    private final CurrentTenant tenant;

    SearchCatchUpStep(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** @return how many rows; 0 when there are none left or somebody else has them in hand */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int take(SearchFiller filler) {
        List<Tuple> place = database.createNativeQuery(
                        "select done_to, last from search_catch_up" + OF_THE_TABLE + " for update skip locked",
                        Tuple.class)
                .setParameter("company", tenant.id())
                .setParameter("table", filler.table())
                .getResultList();
        if (place.isEmpty()) {
            return 0;
        }
        UUID last = place.getFirst().get("last", UUID.class);
        List<UUID> filled = filler.fill(place.getFirst().get("done_to", UUID.class), last, ROWS);
        if (filled.size() < ROWS) {
            of(filler, "delete from search_catch_up").executeUpdate();
        } else {
            of(filler, "update search_catch_up set done_to = :done")
                    .setParameter("done", filled.getLast())
                    .executeUpdate();
        }
        return filled.size();
    }

    private MutationQuery of(SearchFiller filler, String change) {
        return database.createNativeMutationQuery(change + OF_THE_TABLE)
                .setParameter("company", tenant.id())
                .setParameter("table", filler.table());
    }
}
