package org.bihuan.reporting.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Text for paper, in the Chinese font that every reader of PDF brings along (ADR 0019). What that font does not have is written
 * by its number in Unicode, and told below: nothing of a name may go missing without a word.
 */
final class PrintedText {
    private static final String FONT = "STSong-Light";
    private static final String ENCODING = "UniGB-UCS2-H";
    private static final String GLYPHS = "/org/openpdf/text/pdf/fonts/" + ENCODING + ".cmap";
    private static final BaseFont BASE = base();

    /** Two bytes for each character up to U+FFFF: the glyph it has, zero for none. */
    private static final byte[] GLYPH_OF = glyphs();

    private final Set<String> missing = new TreeSet<>();

    private static BaseFont base() {
        try {
            return BaseFont.createFont(FONT, ENCODING, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] glyphs() {
        try (InputStream file = Objects.requireNonNull(BaseFont.class.getResourceAsStream(GLYPHS))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Font font(float size, int style) {
        return new Font(BASE, size, style);
    }

    private static boolean isThere(int character) {
        int place = character * 2;
        return place + 1 < GLYPH_OF.length && (GLYPH_OF[place] != 0 || GLYPH_OF[place + 1] != 0);
    }

    /** The same, with [U+20BB7] for what cannot be printed. */
    String printable(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || isThere(character)) {
                printed.appendCodePoint(character);
            } else if (Character.isWhitespace(character)) {
                printed.append(' ');
            } else {
                String number = String.format(Locale.ROOT, "U+%04X", character);
                missing.add(number);
                printed.append('[').append(number).append(']');
            }
        });
        return printed.toString();
    }

    /** Whether anything had to be written by its number so far. */
    boolean hasGaps() {
        return !missing.isEmpty();
    }
}
