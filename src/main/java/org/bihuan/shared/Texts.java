package org.bihuan.shared;

import java.text.Normalizer;

/** What counts as text that people type. */
public final class Texts {
    private Texts() {}

    /** Any script is welcome; control characters other than tab and line breaks are not, nor are halves of characters. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Texts::isForeign);
    }

    /** With the full-width digits and letters of Chinese keyboards in their plain form; for numbers and codes only. */
    public static String plainForms(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    private static boolean isForeign(int codePoint) {
        boolean lineBreakOrTab = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return (Character.isISOControl(codePoint) && !lineBreakOrTab)
                || Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
