package org.bihuan.estate.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bihuan.estate.Relation;
import org.bihuan.shared.Rejection;
import org.jspecify.annotations.Nullable;

/** Whether the lines of one registry agree with each other. */
final class RegistryConsistency {
    private final Consumer<Rejection> rejected;
    private final Map<Tie, Integer> ties = new HashMap<>();
    private final Map<String, Said<LocalDate>> acceptances = new HashMap<>();
    private final Map<String, Said<BigDecimal>> areas = new HashMap<>();

    RegistryConsistency(Consumer<Rejection> rejected) {
        this.rejected = rejected;
    }

    /** What one line says and no other may say again; of an empty flat only the unit. */
    private record Tie(
            String unit,
            @Nullable String name,
            @Nullable String phone,
            @Nullable Relation relation) {}

    private record Said<T>(T value, int line) {}

    void check(List<RegistryRow> rows) {
        for (RegistryRow row : rows) {
            checkRepeated(row);
            RegistryRow.Place place = row.place();
            checkSame(acceptances, place.buildingKey(), place.acceptanceDate(), row, RegistryColumn.ACCEPTANCE_DATE);
            checkSame(areas, place.code().key(), scaled(place.area()), row, RegistryColumn.AREA);
        }
    }

    private void checkRepeated(RegistryRow row) {
        RegistryRow.Person person = row.person();
        String unit = row.place().code().key();
        Tie tie = person == null
                ? new Tie(unit, null, null, null)
                : new Tie(unit, person.name(), person.phone(), person.relation());
        Integer before = ties.putIfAbsent(tie, row.line());
        if (before != null) {
            rejected.accept(Rejection.of(row.line(), null, "DUPLICATE_ROW", before));
        }
    }

    /** What a line does not say contradicts nothing. */
    private <T> void checkSame(
            Map<String, Said<T>> said, String key, @Nullable T value, RegistryRow row, RegistryColumn column) {
        if (value == null) {
            return;
        }
        Said<T> before = said.putIfAbsent(key, new Said<>(value, row.line()));
        if (before != null && !before.value.equals(value)) {
            rejected.accept(Rejection.of(row.line(), column.title(), "CONTRADICTS_LINE", before.line));
        }
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal area) {
        return area == null ? null : area.setScale(2);
    }
}
