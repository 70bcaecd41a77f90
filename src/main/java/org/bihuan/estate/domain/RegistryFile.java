package org.bihuan.estate.domain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A registry as it was sent: CSV as of RFC 4180 in UTF-8, with or without a byte order mark. */
final class RegistryFile {
    /** More would say no more to who must mend the file. */
    static final int MOST_REJECTIONS = 1000;

    /** More than any estate has, and as much as an installation of the smallest size can hold in memory. */
    static final int MOST_ROWS = 100_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final List<RegistryRow> rows = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<@Nullable RegistryColumn> columns = new ArrayList<>();

    private RegistryFile() {}

    /** @throws InvalidInput when it is no CSV, no UTF-8, or too long */
    static RegistryFile read(byte[] csv) {
        RegistryFile file = new RegistryFile();
        try (CsvReader<CsvRecord> reader = reader(csv)) {
            file.readAll(reader.iterator());
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw InvalidInput.malformed("", isUnreadableText(e) ? "NOT_UTF_8" : "NOT_CSV");
        }
        new RegistryConsistency(file::reject).check(file.rows);
        return file;
    }

    private static boolean isUnreadableText(Throwable problem) {
        return problem instanceof CharacterCodingException
                || (problem.getCause() != null && isUnreadableText(problem.getCause()));
    }

    private static CsvReader<CsvRecord> reader(byte[] csv) {
        int start = startsWithMark(csv) ? BYTE_ORDER_MARK.length : 0;
        // A decoder of its own reports what is no UTF-8; a charset would put question marks in its place.
        Reader text = new InputStreamReader(
                new ByteArrayInputStream(csv, start, csv.length - start), StandardCharsets.UTF_8.newDecoder());
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
    }

    private static boolean startsWithMark(byte[] csv) {
        return csv.length >= BYTE_ORDER_MARK.length
                && ByteBuffer.wrap(csv, 0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    }

    private void readAll(Iterator<CsvRecord> records) {
        readHeader(records.hasNext() ? records.next().getFields() : List.of());
        if (!rejected.isEmpty()) {
            return; // without its columns no line says anything
        }
        while (records.hasNext() && rejected.size() < MOST_REJECTIONS) {
            CsvRecord record = records.next();
            readLine((int) record.getStartingLineNumber(), record.getFields());
        }
    }

    private void readHeader(List<String> titles) {
        Set<RegistryColumn> missing = EnumSet.allOf(RegistryColumn.class);
        for (String title : titles) {
            RegistryColumn column = RegistryColumn.titled(title).orElse(null);
            columns.add(column);
            if (column == null) {
                reject(new Rejection(1, title, "UNKNOWN_COLUMN", List.of(title)));
            } else if (!missing.remove(column)) {
                reject(Rejection.of(1, column, "DUPLICATE_COLUMN", title));
            }
        }
        missing.forEach(column -> reject(Rejection.of(1, column, "MISSING_COLUMN", column.title())));
    }

    private void readLine(int line, List<String> fields) {
        if (fields.size() != columns.size()) {
            reject(Rejection.ofLine(line, "WRONG_NUMBER_OF_FIELDS", columns.size(), fields.size()));
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw InvalidInput.invalid("", "TOO_MANY_ROWS", MOST_ROWS);
        }
        Map<RegistryColumn, String> cells = new EnumMap<>(RegistryColumn.class);
        for (int i = 0; i < fields.size(); i++) {
            RegistryColumn column = columns.get(i);
            String cell = fields.get(i).strip();
            if (column != null && !cell.isEmpty()) {
                cells.put(column, cell);
            }
        }
        new RegistryCells(line, cells, this::reject).row().ifPresent(rows::add);
    }

    private void reject(Rejection rejection) {
        if (rejected.size() < MOST_REJECTIONS) {
            rejected.add(rejection);
        }
    }

    List<RegistryRow> rows() {
        return rows;
    }

    /** By line; empty when every line can be taken. */
    List<Rejection> rejected() {
        return rejected;
    }
}
