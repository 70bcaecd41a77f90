package org.bihuan.estate.domain;

import java.util.UUID;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Phones;
import org.jspecify.annotations.Nullable;

/**
 * Which residents a list shows; null asks for nothing.
 *
 * @param phone as people type it
 * @param unitId they live or have lived in
 * @param text part of a name
 */
public record ResidentFilter(
        @Nullable String phone,
        @Nullable UUID unitId,
        @Nullable UUID communityId,
        @Nullable String text) {
    private static final String TIES =
            "exists (select 1 from Occupancy o join Unit u on u.id = o.unitId" + " where o.residentId = r.id and ";

    /** @throws InvalidInput when the phone cannot be one */
    Conditions conditions(Sight sight) {
        Conditions conditions = new Conditions();
        if (!sight.everywhere()) {
            conditions.and(TIES + "u.communityId in :visible)", "visible", sight.communities());
        }
        if (phone != null) {
            conditions.and("r.phone = :phone", "phone", e164(phone));
        }
        if (unitId != null) {
            conditions.and(TIES + "u.id = :unit)", "unit", unitId);
        }
        if (communityId != null) {
            conditions.and(TIES + "u.communityId = :community)", "community", communityId);
        }
        if (text != null && !text.isBlank()) {
            conditions.and("r.name ilike :text escape '\\'", "text", Conditions.containing(text.strip()));
        }
        return conditions;
    }

    private static String e164(String typed) {
        return Phones.parse(typed).orElseThrow(() -> InvalidInput.invalid("?phone", "PHONE_NOT_USABLE"));
    }
}
