package org.bihuan.catalogue.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which categories a list shows; null filters filter nothing.
 *
 * @param text a part of the code or of a name, in any letter case
 */
public record CategoryFilter(
        @Nullable String kind,
        @Nullable String trade,
        @Nullable String text,
        boolean includeRetired) {
    /** A condition in Hibernate's language, with the values for its parameters. */
    record Condition(List<String> parts, Map<String, Object> values) {
        private void add(@Nullable Object value, String name, String part) {
            if (value != null) {
                parts.add(part);
                values.put(name, value);
            }
        }

        String hql() {
            return parts.isEmpty() ? "1 = 1" : String.join(" and ", parts);
        }
    }

    Condition condition(@Nullable String afterCode) {
        Condition condition = new Condition(new ArrayList<>(), new HashMap<>());
        condition.add(kind, "kind", "kind = :kind");
        condition.add(trade, "trade", "trade = :trade");
        condition.add(
                text == null ? null : text.toLowerCase(Locale.ROOT),
                "text",
                "locate(:text, lower(concat(code, ' ', nameZh, ' ', nameEn))) > 0");
        condition.add(afterCode, "after", "code > :after");
        if (!includeRetired) {
            condition.parts().add("retiredAt is null");
        }
        return condition;
    }
}
