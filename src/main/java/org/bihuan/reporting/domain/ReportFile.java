package org.bihuan.reporting.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.shared.ExportColumn;
import org.bihuan.shared.ExportColumn.Form;
import org.bihuan.shared.ExportTable;
import org.jspecify.annotations.Nullable;

/** A report as a table that can be taken home, read some lines at a time. */
public final class ReportFile {
    private static final int LINES = 1000;
    private static final int WIDTH = 18;

    private final Iterator<List<@Nullable Object>> lines;
    private @Nullable List<List<@Nullable Object>> first;

    private ReportFile(Iterator<List<@Nullable Object>> lines) {
        this.lines = lines;
        this.first = read();
    }

    /** Of what its first lines hold it takes the forms of its columns. */
    public static ExportTable<List<@Nullable Object>> of(ReportTable table, String name, ZoneId zone) {
        ReportFile file = new ReportFile(table.lines().iterator());
        List<List<@Nullable Object>> seen = file.first == null ? List.of() : file.first;
        List<ExportColumn<List<@Nullable Object>>> columns = IntStream.range(
                        0, table.headings().size())
                .mapToObj(place -> column(table.headings().get(place), place, seen))
                .toList();
        return new ExportTable<>(name, table.title(), zone, columns, file::next);
    }

    private static ExportColumn<List<@Nullable Object>> column(
            ReportTable.Heading heading, int place, List<List<@Nullable Object>> seen) {
        boolean time = seen.stream().anyMatch(line -> line.get(place) instanceof Instant);
        return new ExportColumn<>(
                heading.name(), heading.title(), time ? Form.TIME : Form.TEXT, WIDTH, line -> line.get(place));
    }

    private List<List<@Nullable Object>> next() {
        List<List<@Nullable Object>> waiting = first;
        first = null;
        return waiting == null ? read() : waiting;
    }

    private List<List<@Nullable Object>> read() {
        List<List<@Nullable Object>> some = new ArrayList<>();
        while (some.size() < LINES && lines.hasNext()) {
            some.add(lines.next());
        }
        return some;
    }
}
