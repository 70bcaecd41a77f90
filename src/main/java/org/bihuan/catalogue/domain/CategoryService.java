package org.bihuan.catalogue.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.catalogue.Liability;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The categories of the caller's company. */
@ApplicationScoped
public class CategoryService {
    private final CategoryRepository categories;
    private final Paging paging;
    private final Clock clock;

    CategoryService(CategoryRepository categories, Paging paging, Clock clock) {
        this.categories = categories;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> Listing<T> list(PageQuery page, CategoryFilter filter, Function<Category, T> view) {
        Paging.Position after = paging.after(page);
        List<Category> rows = categories.page(filter, after == null ? null : after.text(0), page.size() + 1);
        return paging.page(page, rows, category -> List.of(category.code()), () -> categories.count(filter))
                .map(view);
    }

    @Transactional
    public <T> T read(UUID id, Function<Category, T> view) {
        return view.apply(categories.load(id));
    }

    /**
     * Adds a category.
     *
     * @throws InvalidInput when the code is taken, also by a retired category, because old work orders carry it
     */
    @Transactional
    public <T> T create(String code, CategoryDetails details, Function<Category, T> view) {
        requireSensible(details);
        if (categories.exists(code)) {
            throw InvalidInput.invalid("/code", "CATEGORY_CODE_TAKEN");
        }
        Category category = new Category(code, details, clock.instant());
        categories.persistAndFlush(category);
        return view.apply(category);
    }

    @Transactional
    public <T> T change(
            UUID id, @Nullable String ifMatch, UnaryOperator<CategoryDetails> patch, Function<Category, T> view) {
        Category category = categories.loadForChange(id);
        Versions.requireMatch(ifMatch, category.version());
        CategoryDetails wanted = patch.apply(category.details());
        requireSensible(wanted);
        category.change(wanted, clock.instant());
        categories.flush();
        return view.apply(category);
    }

    /** A developer's warranty is always on some part. */
    private static void requireSensible(CategoryDetails details) {
        if (details.usualLiability() == Liability.DEVELOPER_WARRANTY && details.warrantyPart() == null) {
            throw InvalidInput.invalid("/warrantyPart", "REQUIRED");
        }
    }

    /** Whether the caller's company has this category. */
    @Transactional
    public boolean exists(UUID id) {
        return categories.findByIdOptional(id).isPresent();
    }
}
