package org.bihuan.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportColumn.Form;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Language;
import org.bihuan.shared.Words;
import org.jspecify.annotations.Nullable;

/** A list as somebody wants to take it home: which columns, in which format, language and time zone. */
final class TableFile<R> {
    private final ExportTable<R> table;
    private final TableFormat format;
    private final ZoneId zone;
    private final Words words;
    private final List<ExportColumn<R>> columns;

    /** @throws InvalidInput for a format, column or time zone that is not known */
    TableFile(ExportTable<R> table, ExportQuery wanted, Language language) {
        this.table = table;
        this.format = TableFormat.named(wanted.format);
        this.zone = zone(wanted, table.zone());
        this.words = new Words(language);
        this.columns = wanted.columns == null ? table.columns() : chosen(table, wanted.columns);
    }

    /** @throws InvalidInput when there is none of the name that is asked for */
    static ZoneId zone(ExportQuery wanted, ZoneId usual) {
        if (wanted.timeZone == null) {
            return usual;
        }
        if (!ZoneId.getAvailableZoneIds().contains(wanted.timeZone)) {
            throw InvalidInput.malformed("?timeZone", "UNKNOWN_TIME_ZONE");
        }
        return ZoneId.of(wanted.timeZone);
    }

    private static <R> List<ExportColumn<R>> chosen(ExportTable<R> table, String wanted) {
        Set<String> keys = new LinkedHashSet<>();
        for (String key : wanted.split(",", -1)) {
            keys.add(key.strip());
        }
        return keys.stream().map(key -> column(table, key)).toList();
    }

    private static <R> ExportColumn<R> column(ExportTable<R> table, String key) {
        return table.columns().stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidInput.malformed("?columns", "NOT_ONE_OF", keys(table)));
    }

    private static String keys(ExportTable<?> table) {
        return table.columns().stream().map(ExportColumn::key).collect(Collectors.joining(", "));
    }

    String title() {
        return table.title() == null ? words.title(table.name()) : table.title();
    }

    TableFormat format() {
        return format;
    }

    ZoneId zone() {
        return zone;
    }

    List<String> columnKeys() {
        return columns.stream().map(ExportColumn::key).toList();
    }

    /** Ready to be written to. */
    TableWriter writer(OutputStream out) {
        return format.writer(out, title(), columns.stream().map(this::heading).toList());
    }

    private Heading heading(ExportColumn<R> column) {
        String title = column.title() == null ? words.title(table.name(), column.key()) : column.title();
        return new Heading(
                column.form() == Form.TIME ? title + " (" + zone + ")" : title, column.form(), column.width());
    }

    List<R> nextRows() {
        return table.pages().next();
    }

    void write(List<R> rows, TableWriter writer) throws IOException {
        for (R row : rows) {
            List<@Nullable Object> cells = new ArrayList<>(columns.size());
            for (ExportColumn<R> column : columns) {
                cells.add(shown(column.value().apply(row)));
            }
            writer.row(cells);
        }
    }

    /** In the language and the time zone of the file. */
    private @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone);
            case Enum<?> constant -> words.word(constant);
            case Boolean yes -> words.word(yes);
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining("; "));
            default -> value;
        };
    }
}
