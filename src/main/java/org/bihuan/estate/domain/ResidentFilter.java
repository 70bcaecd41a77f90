package org.bihuan.estate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Phones;
import org.bihuan.shared.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which residents a list shows; null asks for nothing.
 *
 * @param phone as people type it
 * @param unitId they live or have lived in
 * @param text what they may be found by
 */
public record ResidentFilter(
        @Nullable String phone,
        @Nullable UUID unitId,
        @Nullable UUID communityId,
        @Nullable String text) {
    /** @throws InvalidInput when the phone cannot be one */
    Conditions conditions(Sight sight, CompanyId company) {
        Conditions conditions = new Conditions();
        addHomes(conditions, sight);
        if (phone != null) {
            conditions.and("r.phone = :phone", "phone", e164(phone));
        }
        if (text != null && !text.isBlank()) {
            ResidentWords.narrow(conditions, SearchQuery.of(text, UnitCode::searched), company);
        }
        return conditions;
    }

    /** Of the residents' homes only those count that the caller sees. */
    private void addHomes(Conditions conditions, Sight sight) {
        List<String> home = new ArrayList<>();
        if (unitId != null) {
            home.add("o.unitId = :unit");
            conditions.with("unit", unitId);
        }
        if (communityId != null || !sight.everywhere()) {
            home.add("o.communityId in :communities");
            conditions.with("communities", communities(sight));
        }
        if (!home.isEmpty()) {
            conditions.and("r.id in (select o.residentId from Occupancy o where " + String.join(" and ", home) + ")");
        }
    }

    private Set<UUID> communities(Sight sight) {
        if (communityId == null) {
            return sight.communities();
        }
        return sight.covers(communityId) ? Set.of(communityId) : Set.of();
    }

    private static String e164(String typed) {
        return Phones.askedFor(typed);
    }
}
