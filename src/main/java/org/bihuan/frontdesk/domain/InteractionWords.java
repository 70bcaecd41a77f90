package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.SearchFiller;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** By what calls, visits and messages are found: caller, phone, unit, notes. */
@ApplicationScoped
class InteractionWords implements SearchFiller {
    private static final String TABLE = "interaction_words";

    private final Session database;
    private final SearchTable table;
    private final Estate estate;

    InteractionWords(Session database, CurrentTenant tenant, Estate estate) {
        this.database = database;
        this.table = new SearchTable(database, tenant, TABLE);
        this.estate = estate;
    }

    SearchQuery query(String typed) {
        return SearchQuery.of(typed, estate::searchedCode);
    }

    SearchTable index() {
        return table;
    }

    void note(Interaction interaction) {
        table.put(entry(interaction));
    }

    private SearchTable.Entry entry(Interaction interaction) {
        CallingParty party = interaction.party();
        SearchWords words = new SearchWords()
                .within(interaction.communityId())
                .phone(party.phone())
                .code(codeKey(party.unitCode()))
                .name(party.callerName())
                .text(interaction.notes());
        return new SearchTable.Entry(
                interaction.interactionId().value(), interaction.communityId(), interaction.startedAt(), words);
    }

    @Nullable
    String codeKey(@Nullable String unitCode) {
        return unitCode == null ? null : estate.searchedCode(unitCode).orElse(unitCode);
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<UUID> fill(UUID after, UUID last, int rows) {
        List<Interaction> next = database.createQuery(
                        "from Interaction i where i.id > :after and i.id <= :last order by i.id", Interaction.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .setMaxResults(rows)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        table.fill(next.stream().map(this::entry).toList());
        return next.stream()
                .map(interaction -> interaction.interactionId().value())
                .toList();
    }
}
