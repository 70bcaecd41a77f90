package org.bihuan.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook. Text is written as text, so nothing in it can be a formula, and kept in no table of shared texts. */
final class XlsxTable implements TableWriter {
    /** A sheet of Excel has 1,048,576 rows; one is for the titles. */
    static final int ROWS_OF_A_SHEET = Worksheet.MAX_ROWS - 1;

    /** The most that a cell of Excel holds. */
    private static final int LONGEST_TEXT = 32_767;

    /** A sheet's name has at most 31 characters (and none of a few); some are for its number. */
    private static final int LONGEST_NAME = 26;

    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final String DAY = "yyyy-mm-dd";

    /** Of a length of time, which Excel keeps in days; more than 24 of them stay hours. */
    private static final String HOURS = "[h]:mm:ss";

    private static final double SECONDS_OF_A_DAY = 86_400;

    private final OutputStream out;
    private final Workbook workbook;
    private final String title;
    private final List<Heading> headings;
    private final int rowsOfASheet;
    private int sheets;
    private int row;
    private @Nullable Worksheet sheet;

    /** @param rowsOfASheet how many rows besides the titles, at most {@link #ROWS_OF_A_SHEET} */
    XlsxTable(OutputStream out, String title, List<Heading> headings, int rowsOfASheet) {
        this.out = out;
        this.workbook = new Workbook(out, "Bihuan", null);
        this.title = title.replaceAll("[\\[\\]:*?/\\\\']", " ").substring(0, Math.min(title.length(), LONGEST_NAME));
        this.headings = headings;
        this.rowsOfASheet = rowsOfASheet;
    }

    @Override
    public void begin() throws IOException {
        nextSheet();
        flush();
    }

    private Worksheet nextSheet() {
        sheets++;
        row = 0;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int column = 0; column < headings.size(); column++) {
            next.width(column, headings.get(column).width());
            next.inlineString(0, column, headings.get(column).title());
            next.style(0, column).bold().set();
        }
        next.freezePane(0, 1);
        sheet = next;
        return next;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        Worksheet present = sheet == null || row == rowsOfASheet ? turnOver() : sheet;
        row++;
        for (int column = 0; column < cells.size(); column++) {
            write(present, row, column, cells.get(column));
        }
    }

    private Worksheet turnOver() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        return nextSheet();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {
                // stays empty
            }
            case String text -> sheet.inlineString(row, column, fitting(text));
            case Number number -> sheet.value(row, column, number);
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format(TIME).set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Duration time -> {
                sheet.value(row, column, time.toSeconds() / SECONDS_OF_A_DAY);
                sheet.style(row, column).format(HOURS).set();
            }
            default -> sheet.inlineString(row, column, fitting(cell.toString()));
        }
    }

    /** The end of what is too long is left out, and one sees that it is. */
    private static String fitting(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    @Override
    public void flush() throws IOException {
        if (sheet != null) {
            sheet.flush();
        }
        out.flush();
    }

    @Override
    public void finish() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        workbook.finish();
    }
}
