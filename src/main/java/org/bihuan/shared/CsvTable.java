package org.bihuan.shared;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table as it was sent: CSV as of RFC 4180 in UTF-8, with or without a byte order mark, its columns in any order. */
public final class CsvTable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Set<String> known;
    private final Set<String> required;
    private final int mostRows;
    private final Rejections rejected;
    private final List<String> columns = new ArrayList<>();

    /**
     * @param required the columns a file must have
     * @param optional those it may have besides
     * @param rejected gets what is wrong with the form of the file
     */
    public CsvTable(Collection<String> required, Collection<String> optional, int mostRows, Rejections rejected) {
        this.required = new LinkedHashSet<>(required);
        this.known = new LinkedHashSet<>(required);
        this.known.addAll(optional);
        this.mostRows = mostRows;
        this.rejected = rejected;
    }

    /** Takes the lines of a table one by one. */
    public interface Lines {
        /** @param cells by the titles of their columns, without blanks around them; empty ones are not there */
        void take(int line, Map<String, String> cells);
    }

    /**
     * Reads until the end, or until enough is wrong.
     *
     * @throws InvalidInput when it is no CSV, no UTF-8, or too long
     */
    public void read(byte[] csv, Lines lines) {
        try (CsvReader<CsvRecord> reader = reader(csv)) {
            readAll(reader.iterator(), lines);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw InvalidInput.malformed("", isUnreadableText(e) ? "NOT_UTF_8" : "NOT_CSV");
        }
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

    private void readAll(Iterator<CsvRecord> records, Lines lines) {
        readHeader(records.hasNext() ? records.next().getFields() : List.of());
        if (!rejected.isEmpty()) {
            return; // without its columns no line says anything
        }
        for (int rows = 0; records.hasNext() && !rejected.isFull(); rows++) {
            if (rows == mostRows) {
                throw InvalidInput.invalid("", "TOO_MANY_ROWS", mostRows);
            }
            CsvRecord record = records.next();
            readLine((int) record.getStartingLineNumber(), record.getFields(), lines);
        }
    }

    private void readHeader(List<String> titles) {
        Set<String> missing = new LinkedHashSet<>(required);
        Set<String> seen = new LinkedHashSet<>();
        for (String typed : titles) {
            String title = typed.strip();
            columns.add(title);
            missing.remove(title);
            if (!known.contains(title)) {
                rejected.add(1, typed, "UNKNOWN_COLUMN", typed);
            } else if (!seen.add(title)) {
                rejected.add(1, title, "DUPLICATE_COLUMN", typed);
            }
        }
        missing.forEach(title -> rejected.add(1, title, "MISSING_COLUMN", title));
    }

    private void readLine(int line, List<String> fields, Lines lines) {
        if (fields.size() != columns.size()) {
            rejected.add(line, null, "WRONG_NUMBER_OF_FIELDS", columns.size(), fields.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String cell = fields.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        lines.take(line, cells);
    }
}
