package org.bihuan.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bihuan.shared.ExportColumn.Form;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class XlsxTableTest {
    private static final List<Heading> TWO =
            List.of(new Heading("工单号", Form.TEXT, 12), new Heading("时间", Form.TIME, 20));

    private record Read(String sheet, List<Row> rows) {}

    private static List<Read> read(byte[] file) throws IOException {
        List<Read> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.add(new Read(sheet.getName(), sheet.read()));
            }
        }
        return sheets;
    }

    private static byte[] written(int rowsOfASheet, List<List<@Nullable Object>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        XlsxTable table = new XlsxTable(file, "工单", TWO, rowsOfASheet);
        table.begin();
        for (List<@Nullable Object> row : rows) {
            table.row(row);
            table.flush();
        }
        table.finish();
        return file.toByteArray();
    }

    private static List<@Nullable Object> row(@Nullable Object first, @Nullable Object second) {
        return Arrays.asList(first, second);
    }

    @Test
    void whatDoesNotFitOnASheetGoesOnToTheNextUnderTheSameTitles() throws IOException {
        List<List<@Nullable Object>> seven = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            seven.add(row("n" + i, null));
        }
        List<Read> sheets = read(written(3, seven));
        assertThat(sheets).extracting(Read::sheet).containsExactly("工单", "工单 2", "工单 3");
        assertThat(sheets.stream()
                        .map(sheet -> sheet.rows().stream()
                                .map(row -> row.getCellText(0))
                                .toList()))
                .containsExactly(
                        List.of("工单号", "n1", "n2", "n3"), List.of("工单号", "n4", "n5", "n6"), List.of("工单号", "n7"));
    }

    @Test
    void aTableWithoutRowsShowsItsTitles() throws IOException {
        assertThat(read(written(3, List.of())))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.rows())
                        .singleElement()
                        .satisfies(row -> assertThat(row.getCellText(1)).isEqualTo("时间")));
    }

    @Test
    void cellsAreOfTheTypeOfTheirValues() throws IOException {
        LocalDateTime time = LocalDateTime.of(2026, 11, 23, 9, 12, 30);
        LocalDate day = LocalDate.of(2028, 6, 30);
        List<Row> rows = read(written(9, List.of(row("=1+1", time), row(new BigDecimal("89.5"), day), row("𠮷㛃", 7))))
                .getFirst()
                .rows();
        Cell formula = rows.get(1).getCell(0);
        assertThat(formula.getType()).isEqualTo(CellType.STRING);
        assertThat(formula.getFormula()).isNull();
        assertThat(formula.asString()).isEqualTo("=1+1");
        assertThat(rows.get(1).getCell(1).asDate()).isEqualTo(time);
        assertThat(rows.get(2).getCell(0).asNumber()).isEqualByComparingTo("89.5");
        assertThat(rows.get(2).getCell(1).asDate()).isEqualTo(day.atStartOfDay());
        assertThat(rows.get(3).getCellText(0)).isEqualTo("𠮷㛃");
        assertThat(rows.get(3).getCell(1).asNumber()).isEqualByComparingTo("7");
    }

    @Test
    void whatIsTooLongForACellEndsWithThreeDots() throws IOException {
        List<Row> rows = read(written(9, List.of(row("𠮷".repeat(20_000), null))))
                .getFirst()
                .rows();
        assertThat(rows.get(1).getCellText(0)).hasSizeBetween(32_000, 32_767).endsWith("𠮷…");
    }
}
