package org.bihuan.estate.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.shared.CsvTable;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Rejection;
import org.bihuan.shared.Rejections;

/** A registry as it was sent. */
final class RegistryFile {
    /** More than any estate has, and as much as an installation of the smallest size can hold in memory. */
    static final int MOST_ROWS = 100_000;

    private final List<RegistryRow> rows = new ArrayList<>();
    private final Rejections rejected = new Rejections();

    private RegistryFile() {}

    /** @throws InvalidInput when it is no CSV, no UTF-8, or too long */
    static RegistryFile read(byte[] csv) {
        RegistryFile file = new RegistryFile();
        List<String> titles =
                Stream.of(RegistryColumn.values()).map(RegistryColumn::title).toList();
        new CsvTable(titles, List.of(), MOST_ROWS, file.rejected).read(csv, file::readLine);
        new RegistryConsistency(file.rejected).check(file.rows);
        return file;
    }

    private void readLine(int line, Map<String, String> fields) {
        Map<RegistryColumn, String> cells = new EnumMap<>(RegistryColumn.class);
        for (RegistryColumn column : RegistryColumn.values()) {
            String cell = fields.get(column.title());
            if (cell != null) {
                cells.put(column, cell);
            }
        }
        new RegistryCells(line, cells, rejected).row().ifPresent(rows::add);
    }

    List<RegistryRow> rows() {
        return rows;
    }

    /** By line; empty when every line can be taken. */
    List<Rejection> rejected() {
        return rejected.byLine();
    }
}
