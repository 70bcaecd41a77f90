package org.bihuan.company;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.shared.SearchQuery;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchedFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A module whose things can be found by the one search box. */
public interface SearchSource {
    /** What these are. */
    Type type();

    /** Of what this caller may see, the best first, at most {@code limit}. */
    List<Hit> find(Caller by, Asked asked);

    /** What can be found; of equally good hits these come in this order. */
    @Schema(name = "SearchHitType")
    enum Type {
        UNIT,
        RESIDENT,
        WORK_ORDER,
        INTERACTION
    }

    /** @param community null is any of the caller's */
    record Asked(SearchQuery query, @Nullable UUID community, int limit) {
        /** Of these communities the one that was asked for, or all. */
        public Set<UUID> within(Set<UUID> communities) {
            if (community == null) {
                return communities;
            }
            return communities.contains(community) ? Set.of(community) : Set.of();
        }
    }

    /**
     * @param title what it is called: a code, a name, a number
     * @param text what tells it from others: a description, homes, notes
     * @param status of a work order
     * @param current whether it still asks for something to be done, or somebody still lives there
     * @param at when it was recorded; null for what is not an event
     */
    record Hit(
            Type type,
            UUID id,
            @Nullable UUID communityId,
            String title,
            @Nullable String text,
            @Nullable String status,
            boolean current,
            @Nullable Instant at,
            SearchWay way,
            List<SearchedFields.Match> matched) {
        /** Better ways first, then by type, what is open, the newest, and last by id, so that the order is always the same. */
        public static final Comparator<Hit> BEST_FIRST = Comparator.comparing(Hit::way)
                .thenComparing(Hit::type)
                .thenComparing(Hit::current, Comparator.reverseOrder())
                .thenComparing(Hit::at, Comparator.nullsFirst(Comparator.<Instant>reverseOrder()))
                .thenComparing(Hit::title)
                .thenComparing(Hit::id);
    }
}
