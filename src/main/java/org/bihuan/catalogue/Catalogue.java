package org.bihuan.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules may ask about the catalogue of the present company. */
public interface Catalogue {
    /**
     * What can be wrong.
     *
     * @param kind one of the kinds of work order, as a name
     * @param defaultPriority one of the priorities, as a name
     * @param warrantyPart one of the parts of the warranty rules, null where none applies
     * @param usualLiability who usually pays, as a name
     */
    record Category(
            UUID id,
            String code,
            String kind,
            String nameZh,
            String nameEn,
            String trade,
            String defaultPriority,
            @Nullable String warrantyPart,
            String usualLiability) {
        public String name(String language) {
            return language.startsWith("zh") ? nameZh : nameEn;
        }
    }

    /** A category in use, by its code. */
    Optional<Category> find(String code);

    /** By id, also those no longer in use. */
    Map<UUID, Category> categories(Collection<UUID> ids);
}
