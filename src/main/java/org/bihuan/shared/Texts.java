package org.bihuan.shared;

/** What counts as text that people type. */
public final class Texts {
    private Texts() {}

    /** Any script is welcome; control characters other than tab and line breaks are not, nor are halves of characters. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Texts::isForeign);
    }

    private static boolean isForeign(int codePoint) {
        boolean lineBreakOrTab = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return (Character.isISOControl(codePoint) && !lineBreakOrTab)
                || Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
