package org.bihuan.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.Language;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

class HandoverPdfTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static HandoverSheet sheet(String name, int orders) {
        HandoverSheet.OrderLine line = new HandoverSheet.OrderLine(
                new UUID(0, 1),
                "1000017",
                Kind.REPAIR,
                Status.ON_HOLD,
                Priority.URGENT,
                1,
                "厨房水管漏水",
                "3-2-1202",
                "厨房",
                name,
                "+8613800138000",
                "李师傅",
                ClockName.FINISH,
                NOON,
                HoldReason.WAITING_PARTS,
                NOON,
                NOON);
        List<HandoverSheet.OrderLine> lines = Collections.nCopies(Math.min(orders, HandoverSheet.MOST_LINES), line);
        return new HandoverSheet(
                new HandoverSheet.Place(new UUID(0, 2), "翠湖花园", "Asia/Shanghai"),
                NOON,
                NOON,
                NOON,
                NOON,
                new HandoverSheet.Counts(0, orders, 0, 0),
                List.of(new HandoverSheet.StatusCount(Status.ON_HOLD, orders)),
                List.of(),
                lines,
                List.of(),
                List.of());
    }

    /** The words as they stand on the pages: the encoding of the font is two bytes for each character, as in UTF-16. */
    private static boolean isPrinted(HandoverSheet sheet, Language language, String words) throws IOException {
        PdfReader pdf = new PdfReader(new HandoverPdf(sheet, language).bytes());
        String wanted = new String(words.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            if (new String(pdf.getPageContent(page), StandardCharsets.ISO_8859_1).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatTheFontDoesNotHaveIsWrittenByItsNumber() {
        PrintedText text = new PrintedText();
        assertThat(text.printable("王芳 3-2-1202：漏水，“急”")).isEqualTo("王芳 3-2-1202：漏水，“急”");
        assertThat(text.hasGaps()).isFalse();
        assertThat(text.printable("㛃𠮷")).isEqualTo("㛃[U+20BB7]");
        assertThat(text.hasGaps()).isTrue();
    }

    @Test
    void aRareNameIsNotLostAndTheSheetSaysHowItIsWritten() throws IOException {
        for (String words : List.of("[U+20BB7]", "1000017", "翠湖花园", "written by their number")) {
            assertThat(isPrinted(sheet("𠮷田", 1), Language.EN, words)).as(words).isTrue();
        }
        assertThat(isPrinted(sheet("王芳", 1), Language.EN, "written by their number"))
                .isFalse();
        assertThat(isPrinted(sheet("王芳", 1), Language.ZH_CN, "未完成")).isTrue();
    }

    @Test
    void aLongSheetHasMorePagesAndSaysWhatItLeavesOut() throws IOException {
        HandoverSheet sheet = sheet("王芳", 250);
        assertThat(new PdfReader(new HandoverPdf(sheet, Language.ZH_CN).bytes()).getNumberOfPages())
                .isGreaterThan(3);
        assertThat(isPrinted(sheet, Language.EN, "50 more are not shown")).isTrue();
    }
}
