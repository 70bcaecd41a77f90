package org.bihuan.shared;

import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Takes lists home as files of any length, row by row. */
public interface Exports {
    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * Answers with a file. Its rows are read while it is written, all of them from one state of the database.
     *
     * @throws InvalidInput for a format, column or time zone that is not known
     */
    <R> Response answer(ExportQuery wanted, ExportTable<R> table);

    /**
     * The same for what is known only when it is read. What cannot be read is refused in words then, before the first byte.
     *
     * @param name of the file
     * @param zone in which it is dated
     */
    Response answer(ExportQuery wanted, String name, ZoneId zone, Reading reading);

    /** Reads a table, and gives it to be used while it is read. */
    @FunctionalInterface
    interface Reading {
        void read(Consumer<ExportTable<?>> use);
    }
}
