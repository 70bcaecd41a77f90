package org.bihuan.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules may ask about the catalogue of the present company. */
public interface Catalogue {
    /**
     * What can be wrong.
     *
     * @param kind one of the kinds of work order, as a name
     * @param defaultPriority one of the priorities, as a name
     * @param warrantyPart the part of the warranty rules, null where none applies
     * @param usualLiability who usually pays
     */
    record Category(
            UUID id,
            String code,
            String kind,
            String nameZh,
            String nameEn,
            String trade,
            String defaultPriority,
            @Nullable WarrantyPart warrantyPart,
            Liability usualLiability) {
        public String name(String language) {
            return language.startsWith("zh") ? nameZh : nameEn;
        }
    }

    /** A category in use, by its code. */
    Optional<Category> find(String code);

    /** The ids of these codes, also of those no longer in use; nothing for what the present company does not have. */
    Set<UUID> idsOf(Collection<String> codes);

    /** By id, also those no longer in use. */
    Map<UUID, Category> categories(Collection<UUID> ids);

    /**
     * Who must act and pay for a matter of this category, by the warranty terms of the present company.
     *
     * @param acceptanceDate of the building, which starts its warranties; null when nobody has entered it
     * @param inPrivatePart whether it is inside somebody's unit rather than in a common part of the building
     * @param on the day to judge by, in the community's time zone
     */
    Responsibility judge(Category category, @Nullable LocalDate acceptanceDate, boolean inPrivatePart, LocalDate on);
}
