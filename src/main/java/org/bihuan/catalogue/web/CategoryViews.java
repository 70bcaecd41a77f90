package org.bihuan.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.catalogue.domain.Category;
import org.bihuan.catalogue.domain.CategoryDetails;
import org.bihuan.catalogue.domain.CategoryNames;
import org.bihuan.shared.Language;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Categories over the wire. */
final class CategoryViews {
    private CategoryViews() {}

    @Schema(name = "NewCategory")
    record NewCategory(
            @NotNull @Pattern(regexp = CategoryDetails.CODE) String code,
            @NotNull @Pattern(regexp = CategoryDetails.KIND) String kind,
            @NotNull @Valid CategoryNames names,

            @NotNull @Pattern(regexp = CategoryDetails.TRADE)
            String trade,

            @NotNull @Pattern(regexp = CategoryDetails.PRIORITY)
            String defaultPriority,

            @Nullable WarrantyPart warrantyPart,
            @NotNull Liability usualLiability,

            @Size(max = CategoryDetails.MOST) @Nullable
            List<@NotBlank @Size(max = CategoryDetails.LONGEST) @SingleLine String> tools,

            @Size(max = CategoryDetails.MOST) @Nullable
            List<@NotBlank @Size(max = CategoryDetails.LONGEST) @SingleLine String> method,

            @Size(max = CategoryDetails.MOST) @Nullable
            List<@NotBlank @Size(max = CategoryDetails.LONGEST) @SingleLine String> questions) {
        CategoryDetails details() {
            return new CategoryDetails(
                    kind,
                    names,
                    trade,
                    defaultPriority,
                    warrantyPart,
                    usualLiability,
                    orNone(tools),
                    orNone(method),
                    orNone(questions),
                    false);
        }

        private static List<String> orNone(@Nullable List<String> items) {
            return items == null ? List.of() : items;
        }
    }

    @Schema(name = "Category")
    record View(
            UUID id,
            String code,
            String kind,

            @Schema(description = "In the language of the request, else of the account")
            String name,

            CategoryNames names,
            String trade,
            String defaultPriority,
            @Nullable WarrantyPart warrantyPart,
            Liability usualLiability,
            List<String> tools,
            List<String> method,
            List<String> questions,
            @Nullable Instant retiredAt,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Category category, Language language) {
            CategoryDetails details = category.details();
            return new View(
                    category.id(),
                    category.code(),
                    details.kind(),
                    details.names().in(language),
                    details.names(),
                    details.trade(),
                    details.defaultPriority(),
                    details.warrantyPart(),
                    details.usualLiability(),
                    details.tools(),
                    details.method(),
                    details.questions(),
                    category.retiredAt(),
                    category.createdAt(),
                    category.updatedAt(),
                    category.version());
        }
    }
}
