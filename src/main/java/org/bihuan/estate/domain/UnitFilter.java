package org.bihuan.estate.domain;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which units a list shows; null asks for nothing.
 *
 * @param code in any of the usual ways of writing it
 * @param text part of a code
 */
public record UnitFilter(
        @Nullable UUID communityId,
        @Nullable UUID buildingId,
        @Nullable String code,
        @Nullable String text) {
    Conditions conditions(Sight sight) {
        Conditions conditions = new Conditions();
        sight.narrow(conditions, "u.communityId");
        if (communityId != null) {
            conditions.and("u.communityId = :community", "community", communityId);
        }
        if (buildingId != null) {
            conditions.and("u.buildingId = :building", "building", buildingId);
        }
        if (code != null) {
            conditions.and("u.codeKey = :code", "code", key(code));
        }
        if (text != null && !text.isBlank()) {
            conditions.and("u.codeKey like :text escape '\\'", "text", Conditions.containing(key(text)));
        }
        return conditions;
    }

    private static String key(String typed) {
        return UnitCode.parse(typed).map(UnitCode::key).orElse(typed.toLowerCase(Locale.ROOT));
    }
}
