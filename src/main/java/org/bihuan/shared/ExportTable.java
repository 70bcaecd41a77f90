package org.bihuan.shared;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it can be taken home.
 *
 * @param name of the list, by which its title is found in {@code texts/tables}; also the first part of the keys of its columns
 * @param title in the caller's language; null where it is found by its name in {@code texts/tables}
 * @param zone in which times are told, unless the caller asks for another one
 * @param columns all there are, in order
 * @param pages its rows, read once and only while the file is written
 */
public record ExportTable<R>(
        String name, @Nullable String title, ZoneId zone, List<ExportColumn<R>> columns, RowPages<R> pages) {
    /** A list whose words stand in {@code texts/tables}. */
    public ExportTable(String name, ZoneId zone, List<ExportColumn<R>> columns, RowPages<R> pages) {
        this(name, null, zone, columns, pages);
    }
}
