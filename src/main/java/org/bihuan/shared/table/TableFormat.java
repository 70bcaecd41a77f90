package org.bihuan.shared.table;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bihuan.shared.Exports;
import org.bihuan.shared.InvalidInput;

/** The formats a table can be taken home in. */
enum TableFormat {
    CSV(Exports.CSV + ";charset=UTF-8"),
    XLSX(Exports.XLSX);

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** As it ends a file's name. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    TableWriter writer(OutputStream out, String title, List<Heading> headings) {
        return switch (this) {
            case CSV -> new CsvTable(out, headings);
            case XLSX -> new XlsxTable(out, title, headings, XlsxTable.ROWS_OF_A_SHEET);
        };
    }

    /** @throws InvalidInput when there is none of this name */
    static TableFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> InvalidInput.malformed("?format", "NOT_ONE_OF", "csv, xlsx"));
    }
}
