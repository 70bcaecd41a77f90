package org.bihuan.catalogue.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.catalogue.Responsibility;
import org.jspecify.annotations.Nullable;

/** Answers the other modules from the tables of the present company. */
@ApplicationScoped
class CompanyCatalogue implements Catalogue {
    private final CategoryRepository categories;
    private final WarrantyTermRepository terms;

    CompanyCatalogue(CategoryRepository categories, WarrantyTermRepository terms) {
        this.categories = categories;
        this.terms = terms;
    }

    @Override
    public Optional<Catalogue.Category> find(String code) {
        return categories.inUse(code).map(row -> row.known());
    }

    @Override
    public Set<UUID> idsOf(Collection<String> codes) {
        return categories.idsOf(codes);
    }

    @Override
    public Map<UUID, Catalogue.Category> categories(Collection<UUID> ids) {
        return categories.identified(ids).stream()
                .map(row -> row.known())
                .collect(Collectors.toMap(Catalogue.Category::id, Function.identity()));
    }

    @Override
    public Responsibility judge(
            Catalogue.Category category, @Nullable LocalDate acceptanceDate, boolean inPrivatePart, LocalDate on) {
        return new WarrantyRule(category, inPrivatePart)
                .judge(acceptanceDate, on, part -> terms.of(part).term());
    }
}
