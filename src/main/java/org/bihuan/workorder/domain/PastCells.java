package org.bihuan.workorder.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.shared.Phones;
import org.bihuan.shared.Rejections;
import org.bihuan.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The cells of one line, read by the rules of their columns; what cannot be read is told and is null. */
final class PastCells {
    /** Before that nobody kept such things; it is a slip of the pen. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private final int line;
    private final Map<String, String> cells;
    private final ZoneId zone;
    private final Instant now;
    private final Rejections rejected;
    private boolean usable = true;

    /**
     * @param zone for times without one
     * @param now after which nothing of the past can be
     */
    PastCells(int line, Map<String, String> cells, ZoneId zone, Instant now, Rejections rejected) {
        this.line = line;
        this.cells = cells;
        this.zone = zone;
        this.now = now;
        this.rejected = rejected;
    }

    int line() {
        return line;
    }

    boolean has(PastColumn column) {
        return cells.containsKey(column.title());
    }

    boolean usable() {
        return usable;
    }

    void reject(PastColumn column, String code, Object... arguments) {
        usable = false;
        rejected.add(line, column.title(), code, arguments);
    }

    /** Rejects it where it is empty. */
    <T> @Nullable T required(PastColumn column, Function<PastColumn, @Nullable T> reading) {
        if (!has(column)) {
            reject(column, "REQUIRED");
        }
        return reading.apply(column);
    }

    /** What is read of a line that is usable. */
    static <T> T sure(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Nullable
    String text(PastColumn column) {
        String cell = cells.get(column.title());
        if (cell == null) {
            return null;
        }
        if (cell.codePointCount(0, cell.length()) > column.longest()) {
            reject(column, "WRONG_LENGTH", 1, column.longest());
        } else if (!Texts.isPlain(cell)) {
            reject(column, "CONTROL_CHARACTER");
        } else if (!column.hasLines() && cell.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
            reject(column, "NOT_ONE_LINE");
        } else {
            return cell;
        }
        return null;
    }

    <E extends Enum<E>> @Nullable E oneOf(PastColumn column, Class<E> type) {
        String cell = cells.get(column.title());
        if (cell == null) {
            return null;
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(cell))
                .findFirst();
        if (found.isEmpty()) {
            reject(
                    column,
                    "NOT_ONE_OF",
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    @Nullable
    String phone(PastColumn column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        Optional<String> phone = Phones.parse(cell);
        if (phone.isEmpty()) {
            reject(column, "PHONE_NOT_USABLE");
        }
        return phone.orElse(null);
    }

    @Nullable
    Integer minutes(PastColumn column) {
        String cell = cells.get(column.title());
        if (cell == null) {
            return null;
        }
        if (!cell.matches("[0-9]{1," + column.longest() + "}")) {
            reject(column, "NOT_MINUTES");
            return null;
        }
        return Integer.valueOf(cell);
    }

    @Nullable
    Instant time(PastColumn column) {
        String cell = cells.get(column.title());
        if (cell == null) {
            return null;
        }
        Optional<Instant> read = instant(cell).filter(time -> !time.isBefore(EARLIEST));
        if (read.isEmpty()) {
            reject(column, "NOT_A_PAST_TIME");
        } else if (read.get().isAfter(now)) {
            reject(column, "IN_THE_FUTURE");
            return null;
        }
        return read.orElse(null);
    }

    /** With an offset, or by the clock on the wall of the community. */
    private Optional<Instant> instant(String cell) {
        String iso = cell.replaceFirst("(?<=[0-9]) +(?=[0-9])", "T");
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            return wallClock(iso);
        }
    }

    private Optional<Instant> wallClock(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
