package org.bihuan.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/** What a message says, as it was when it was written; the words are found when it is read. */
final class Facts {
    private static final int SHORT = 200;

    private final Map<Fact, String> values;

    private Facts(Map<Fact, String> values) {
        this.values = values;
    }

    static Facts of(Map<Fact, String> stored) {
        return new Facts(stored);
    }

    static Facts none() {
        return new Facts(new EnumMap<>(Fact.class));
    }

    /** What an owner may be told of any matter of theirs. */
    static Facts forOwner(WorkOrderFacts order, ZoneId zone) {
        return none().with(Fact.NUMBER, order.number())
                .with(Fact.MATTER, order.kind())
                .with(Fact.PRIORITY, order.priority())
                .with(Fact.ZONE, zone);
    }

    /** What staff must know of any work order of theirs. */
    static Facts forStaff(WorkOrderFacts order, ZoneId zone) {
        return forOwner(order, zone)
                .with(Fact.PLACE, place(order))
                .with(Fact.DESCRIPTION, shortened(order.description()));
    }

    private static @Nullable String place(WorkOrderFacts order) {
        if (order.unitCode() == null || order.position() == null) {
            return order.unitCode() == null ? order.position() : order.unitCode();
        }
        return order.unitCode() + " " + order.position();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHORT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT)) + "…";
    }

    /** Null adds nothing. */
    Facts with(Fact fact, @Nullable Object value) {
        if (value != null) {
            values.put(fact, value.toString());
        }
        return this;
    }

    String text(Fact fact) {
        return values.getOrDefault(fact, "");
    }

    int number(Fact fact) {
        String value = values.get(fact);
        return value == null ? 0 : Integer.parseInt(value);
    }

    @Nullable
    Instant instant(Fact fact) {
        String value = values.get(fact);
        return value == null ? null : Instant.parse(value);
    }

    @Nullable
    ZoneId zone() {
        String zone = values.get(Fact.ZONE);
        return zone == null ? null : ZoneId.of(zone);
    }

    Priority priority() {
        String priority = values.get(Fact.PRIORITY);
        return priority == null ? Priority.NORMAL : Priority.valueOf(priority);
    }

    Map<Fact, String> values() {
        return Map.copyOf(values);
    }
}
