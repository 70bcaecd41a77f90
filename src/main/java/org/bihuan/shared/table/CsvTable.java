package org.bihuan.shared.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for a file in the encoding of the machine. */
final class CsvTable implements TableWriter {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final List<Heading> headings;
    private final Writer text;
    private final CsvWriter csv;

    CsvTable(OutputStream out, List<Heading> headings) {
        this.headings = headings;
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void begin() throws IOException {
        text.write(BYTE_ORDER_MARK);
        csv.writeRecord(headings.stream().map(Heading::title).toList());
        csv.flush();
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        List<String> texts = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        csv.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> Formulas.defused(text);
            case LocalDateTime time -> TIME.format(time);
            case BigDecimal number -> number.toPlainString();
            case Duration time ->
                String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
            default -> cell.toString();
        };
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}
