package org.bihuan.reporting.domain;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.bihuan.reporting.domain.HandoverSheet.CallLine;
import org.bihuan.reporting.domain.HandoverSheet.OrderLine;
import org.bihuan.shared.Language;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A handover sheet for the desk's clipboard: A4 across, what cannot wait first. */
public final class HandoverPdf {
    private static final float MARGIN = 28;
    private static final float SMALL = 8;
    private static final float USUAL = 10;
    private static final float LARGE = 16;
    private static final float PADDING = 3;
    private static final float GAP = 8;

    private static final List<String> ORDER_COLUMNS = List.of(
            "number",
            "priority",
            "status",
            "unitCode",
            "description",
            "reporterName",
            "reporterPhone",
            "assignee",
            "holdReason",
            "dueAt");
    private static final float[] ORDER_WIDTHS = {7, 5, 9, 9, 26, 8, 11, 8, 11, 11};
    private static final List<String> CALL_COLUMNS = List.of(
            "at",
            "agreed",
            "reporterName",
            "reporterPhone",
            "unitCode",
            "number",
            "description",
            "attempts",
            "lastNote");
    private static final float[] CALL_WIDTHS = {8, 13, 8, 11, 9, 7, 24, 5, 15};

    private final HandoverSheet sheet;
    private final HandoverWords words;
    private final PrintedText text = new PrintedText();

    public HandoverPdf(HandoverSheet sheet, Language language) {
        this.sheet = sheet;
        this.words = new HandoverWords(sheet, language);
    }

    /** The whole document. */
    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, file);
        document.addTitle(words.subject());
        document.open();
        write(document);
        document.close();
        return file.toByteArray();
    }

    private void write(Document document) {
        HandoverSheet.Counts counts = sheet.counts();
        document.add(paragraph(words.subject(), LARGE, Font.BOLD));
        document.add(paragraph(
                words.say(
                        "taken", words.time(sheet.takenAt()), sheet.community().timeZone()),
                USUAL,
                Font.NORMAL));
        document.add(paragraph(words.counts(), USUAL, Font.NORMAL));
        orders(document, "overdue", counts.overdue(), sheet.overdue());
        calls(document, counts.promisedCallBacks());
        orders(document, "new", counts.newOrders(), sheet.newOrders());
        orders(document, "open", counts.open(), sheet.open());
        document.add(paragraph(words.openByStatus(), USUAL, Font.NORMAL));
        if (text.hasGaps()) {
            document.add(paragraph(words.say("gaps"), SMALL, Font.NORMAL));
        }
    }

    private Paragraph paragraph(String words, float size, int style) {
        Paragraph paragraph = new Paragraph(text.printable(words), PrintedText.font(size, style));
        paragraph.setSpacingAfter(GAP);
        return paragraph;
    }

    private PdfPTable section(Document document, String section, long count, List<String> columns, float[] widths) {
        document.add(paragraph(words.say(section) + " (" + count + ")", USUAL + 2, Font.BOLD));
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSpacingAfter(GAP);
        columns.forEach(column -> table.addCell(cell(words.title(column), Font.BOLD)));
        return table;
    }

    private PdfPCell cell(String content, int style) {
        PdfPCell cell = new PdfPCell(new Phrase(text.printable(content), PrintedText.font(SMALL, style)));
        cell.setPadding(PADDING);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }

    private void addRow(PdfPTable table, List<String> cells) {
        cells.forEach(content -> table.addCell(cell(content, Font.NORMAL)));
    }

    private void orders(Document document, String section, long count, List<OrderLine> orders) {
        if (count == 0) {
            return;
        }
        PdfPTable table = section(document, section, count, ORDER_COLUMNS, ORDER_WIDTHS);
        orders.forEach(order -> addRow(
                table,
                List.of(
                        order.number(),
                        words.word(order.priority()),
                        words.word(order.status()),
                        words.place(order),
                        order.description(),
                        orEmpty(order.reporterName()),
                        orEmpty(order.reporterPhone()),
                        orEmpty(order.assigneeName()),
                        orEmpty(words.waiting(order)),
                        words.due(order))));
        finish(document, table, words.andMore(count, orders));
    }

    private void calls(Document document, long count) {
        if (count == 0) {
            return;
        }
        PdfPTable table = section(document, "promised", count, CALL_COLUMNS, CALL_WIDTHS);
        for (CallLine call : sheet.promisedCallBacks()) {
            addRow(
                    table,
                    List.of(
                            words.time(call.at()),
                            words.agreed(call),
                            orEmpty(call.reporterName()),
                            orEmpty(call.reporterPhone()),
                            orEmpty(call.unitCode()),
                            call.workOrderNumber(),
                            call.description(),
                            Integer.toString(call.attempts()),
                            orEmpty(call.lastNote())));
        }
        finish(document, table, words.andMore(count, sheet.promisedCallBacks()));
    }

    private void finish(Document document, PdfPTable table, String more) {
        document.add(table);
        if (!more.isEmpty()) {
            document.add(paragraph(more, SMALL, Font.NORMAL));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
