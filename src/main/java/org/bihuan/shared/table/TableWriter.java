package org.bihuan.shared.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table in some format. Closes nothing: what is not finished stays recognisably unfinished. */
interface TableWriter {
    /** Once, before any row. */
    void begin() throws IOException;

    /** One cell for each column; null is an empty one. */
    void row(List<@Nullable Object> cells) throws IOException;

    /** Gives away what has been gathered so far. */
    void flush() throws IOException;

    /** Once, after the last row. */
    void finish() throws IOException;
}
