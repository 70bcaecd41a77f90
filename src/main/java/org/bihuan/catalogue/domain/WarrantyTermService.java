package org.bihuan.catalogue.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The warranty terms of the caller's company. */
@ApplicationScoped
public class WarrantyTermService {
    private final WarrantyTermRepository terms;
    private final Paging paging;
    private final Clock clock;

    WarrantyTermService(WarrantyTermRepository terms, Paging paging, Clock clock) {
        this.terms = terms;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> Listing<T> list(PageQuery page, Function<WarrantyTerm, T> view) {
        Paging.Position after = paging.after(page);
        WarrantyPart afterPart = after == null ? null : WarrantyPart.valueOf(after.text(0));
        List<WarrantyTerm> rows = terms.page(afterPart, page.size() + 1);
        return paging.page(page, rows, term -> List.of(term.part()), terms::count)
                .map(view);
    }

    @Transactional
    public <T> T read(UUID id, Function<WarrantyTerm, T> view) {
        return view.apply(terms.load(id));
    }

    @Transactional
    public <T> T change(
            UUID id,
            @Nullable String ifMatch,
            UnaryOperator<WarrantyTermDetails> patch,
            Function<WarrantyTerm, T> view) {
        WarrantyTerm term = terms.loadForChange(id);
        Versions.requireMatch(ifMatch, term.version());
        term.change(patch.apply(term.details()), clock.instant());
        terms.flush();
        return view.apply(term);
    }

    /** Whether the caller's company has this term. */
    @Transactional
    public boolean exists(UUID id) {
        return terms.findByIdOptional(id).isPresent();
    }
}
