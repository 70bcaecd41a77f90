package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.company.SearchSource;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchTable;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchedFields;

/** Calls, visits and messages at the caller's desk. */
@ApplicationScoped
class InteractionSource implements SearchSource {
    private final InteractionRepository interactions;
    private final InteractionWords words;

    InteractionSource(InteractionRepository interactions, InteractionWords words) {
        this.interactions = interactions;
        this.words = words;
    }

    @Override
    public Type type() {
        return Type.INTERACTION;
    }

    @Override
    public List<Hit> find(Caller by, Asked asked) {
        if (!by.isAny(Role.FRONT_DESK, Role.MANAGER)) {
            return List.of();
        }
        return found(asked.within(by.communities()), asked.query(), asked.limit()).stream()
                .map(interaction -> hit(interaction, asked))
                .toList();
    }

    List<Interaction> found(Set<UUID> communities, SearchQuery query, int limit) {
        Set<UUID> ids = new LinkedHashSet<>();
        query.ways().forEach((way, asked) -> {
            if (ids.size() < limit && way != SearchWay.NUMBER) {
                ids.addAll(
                        query.isWide(way)
                                ? words.index().newest(communities, asked, limit)
                                : words.index().gathered(communities, asked, limit));
            }
        });
        List<UUID> some = ids.stream().limit(limit).toList();
        Map<UUID, Interaction> known = interactions.withIds(some).stream()
                .collect(Collectors.toMap(one -> one.interactionId().value(), Function.identity()));
        return SearchTable.inOrder(some, known).stream()
                .filter(interaction -> communities.contains(interaction.communityId()))
                .toList();
    }

    private Hit hit(Interaction interaction, Asked asked) {
        CallingParty party = interaction.party();
        SearchedFields fields = new SearchedFields(asked.query())
                .phone("caller.phone", party.phone())
                .code("caller.unitCode", words.codeKey(party.unitCode()), party.unitCode())
                .name("caller.name", party.callerName())
                .text("notes", interaction.notes());
        return new Hit(
                Type.INTERACTION,
                interaction.interactionId().value(),
                interaction.communityId(),
                title(party),
                interaction.notes(),
                null,
                false,
                interaction.startedAt(),
                fields.way().orElse(SearchWay.WORDS),
                fields.matches());
    }

    private static String title(CallingParty party) {
        if (party.callerName() != null) {
            return party.callerName();
        }
        return party.phone() == null ? "" : party.phone();
    }
}
