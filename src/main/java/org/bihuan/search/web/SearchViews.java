package org.bihuan.search.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.SearchSource;
import org.bihuan.shared.SearchWay;
import org.bihuan.shared.SearchedFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found, over the wire. */
final class SearchViews {
    private SearchViews() {}

    @Schema(name = "SearchMatch")
    record Match(
            @Schema(description = "As the thing itself names it; timeline is what somebody wrote there")
            String field,

            @Schema(description = "Its value, or of a long text what stands around the match")
            String text,

            SearchWay way) {
        static Match of(SearchedFields.Match match) {
            return new Match(match.field(), match.text(), match.way());
        }
    }

    @Schema(name = "SearchHit")
    record Hit(
            SearchSource.Type type,
            UUID id,
            @Nullable UUID communityId,

            @Schema(description = "Number of a work order, name of a person, code of a unit")
            String title,

            @Schema(description = "What tells it from others: a description, notes, homes") @Nullable
            String text,

            @Schema(description = "Of a work order") @Nullable
            String status,

            @Schema(description = "An open work order, or somebody who lives there now")
            boolean current,

            @Schema(description = "When it was recorded, or a call began") @Nullable
            Instant at,

            @Schema(description = "The best way in which it matches; hits are in this order")
            SearchWay way,

            List<Match> matched) {
        static Hit of(SearchSource.Hit hit) {
            return new Hit(
                    hit.type(),
                    hit.id(),
                    hit.communityId(),
                    hit.title(),
                    hit.text(),
                    hit.status(),
                    hit.current(),
                    hit.at(),
                    hit.way(),
                    hit.matched().stream().map(Match::of).toList());
        }
    }

    @Schema(name = "SearchResult")
    record Found(List<Hit> items) {
        static Found of(List<SearchSource.Hit> hits) {
            return new Found(hits.stream().map(Hit::of).toList());
        }
    }
}
