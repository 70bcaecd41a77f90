package org.bihuan.estate.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bihuan.estate.Relation;
import org.bihuan.shared.Phones;
import org.bihuan.shared.Rejection;
import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The cells of one line, read by the rules of their columns. */
final class RegistryCells {
    private static final Map<RegistryColumn, Integer> LONGEST = Map.of(
            RegistryColumn.BUILDING, 50,
            RegistryColumn.ENTRANCE, 20,
            RegistryColumn.UNIT, 20,
            RegistryColumn.RESIDENT_NAME, 100,
            RegistryColumn.PHONE, 50);
    private static final Pattern AREA = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?");

    private final int line;
    private final Map<RegistryColumn, String> cells;
    private final Consumer<Rejection> rejected;
    private boolean usable = true;

    RegistryCells(int line, Map<RegistryColumn, String> cells, Consumer<Rejection> rejected) {
        this.line = line;
        this.cells = cells;
        this.rejected = rejected;
    }

    /** Empty when something was rejected; then all that is wrong with the line has been told. */
    Optional<RegistryRow> row() {
        RegistryRow.@Nullable Place place = place();
        RegistryRow.@Nullable Person person = person();
        return usable && place != null ? Optional.of(new RegistryRow(line, place, person)) : Optional.empty();
    }

    private RegistryRow.@Nullable Place place() {
        String building = required(RegistryColumn.BUILDING);
        String entrance = text(RegistryColumn.ENTRANCE);
        String room = required(RegistryColumn.UNIT);
        BigDecimal area = area();
        LocalDate accepted = day(RegistryColumn.ACCEPTANCE_DATE);
        if (building == null || room == null) {
            return null;
        }
        String key = usable(RegistryColumn.BUILDING, UnitCode.building(building), "NAME_NOT_USABLE");
        if (key == null) {
            return null;
        }
        UnitCode code = usable(RegistryColumn.UNIT, UnitCode.of(building, entrance, room), "NAME_NOT_USABLE");
        return code == null ? null : new RegistryRow.Place(building, key, accepted, entrance, room, code, area);
    }

    private RegistryRow.@Nullable Person person() {
        String name = text(RegistryColumn.RESIDENT_NAME);
        Relation relation = relation();
        String phone = phone();
        LocalDate from = day(RegistryColumn.FROM);
        if (name == null) {
            rejectPersonWithoutName();
            return null;
        }
        if (cells.get(RegistryColumn.RELATION) == null) {
            reject(RegistryColumn.RELATION, "REQUIRED");
        }
        if (cells.get(RegistryColumn.FROM) == null) {
            reject(RegistryColumn.FROM, "REQUIRED");
        }
        return relation == null || from == null ? null : new RegistryRow.Person(name, relation, phone, from);
    }

    private void rejectPersonWithoutName() {
        boolean somebody = cells.get(RegistryColumn.RELATION) != null
                || cells.get(RegistryColumn.PHONE) != null
                || cells.get(RegistryColumn.FROM) != null;
        if (somebody && cells.get(RegistryColumn.RESIDENT_NAME) == null) {
            reject(RegistryColumn.RESIDENT_NAME, "REQUIRED");
        }
    }

    private @Nullable String required(RegistryColumn column) {
        if (cells.get(column) == null) {
            reject(column, "REQUIRED");
        }
        return text(column);
    }

    private @Nullable String text(RegistryColumn column) {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        int longest = LONGEST.getOrDefault(column, Integer.MAX_VALUE);
        if (cell.length() > longest) {
            reject(column, "WRONG_LENGTH", 1, longest);
        } else if (!Texts.isPlain(cell)) {
            reject(column, "CONTROL_CHARACTER");
        } else if (cell.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
            reject(column, "NOT_ONE_LINE");
        } else {
            return cell;
        }
        return null;
    }

    private @Nullable BigDecimal area() {
        String cell = cells.get(RegistryColumn.AREA);
        if (cell == null) {
            return null;
        }
        Optional<BigDecimal> area = Optional.of(cell)
                .filter(AREA.asMatchPredicate())
                .map(BigDecimal::new)
                .filter(read -> read.signum() > 0);
        return usable(RegistryColumn.AREA, area, "AREA_NOT_USABLE");
    }

    private @Nullable LocalDate day(RegistryColumn column) {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        return usable(column, date(cell), "NOT_A_DAY");
    }

    private static Optional<LocalDate> date(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable Relation relation() {
        String cell = cells.get(RegistryColumn.RELATION);
        if (cell == null) {
            return null;
        }
        for (Relation relation : Relation.values()) {
            if (relation.name().equals(cell)) {
                return relation;
            }
        }
        reject(RegistryColumn.RELATION, "NOT_ONE_OF", "OWNER, TENANT, FAMILY");
        return null;
    }

    private @Nullable String phone() {
        String cell = text(RegistryColumn.PHONE);
        return cell == null ? null : usable(RegistryColumn.PHONE, Phones.parse(cell), "PHONE_NOT_USABLE");
    }

    private <T> @Nullable T usable(RegistryColumn column, Optional<T> read, String code) {
        if (read.isEmpty()) {
            reject(column, code);
        }
        return read.orElse(null);
    }

    private void reject(RegistryColumn column, String code, Object... arguments) {
        usable = false;
        rejected.accept(Rejection.of(line, column.title(), code, arguments));
    }
}
