package org.bihuan.search.domain;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.SearchSource;
import org.bihuan.company.SearchSource.Asked;
import org.bihuan.company.SearchSource.Hit;
import org.bihuan.estate.Estate;
import org.bihuan.shared.SearchQuery;
import org.jspecify.annotations.Nullable;

/** The one search box: asks every module, and puts together what they find. */
@ApplicationScoped
public class SearchService {
    private final List<SearchSource> sources;
    private final Estate estate;

    SearchService(@All List<SearchSource> sources, Estate estate) {
        this.sources = List.copyOf(sources);
        this.estate = estate;
    }

    /**
     * @param types only these; all when empty
     * @return the best first, at most {@code limit}
     */
    @Transactional
    public List<Hit> find(Caller by, String typed, @Nullable UUID community, List<SearchSource.Type> types, int limit) {
        SearchQuery query = SearchQuery.of(typed, estate::searchedCode);
        if (query.isEmpty()) {
            return List.of();
        }
        Asked asked = new Asked(query, community, limit);
        return sources.stream()
                .filter(source -> types.isEmpty() || types.contains(source.type()))
                .flatMap(source -> source.find(by, asked).stream())
                .sorted(Hit.BEST_FIRST)
                .limit(limit)
                .toList();
    }
}
