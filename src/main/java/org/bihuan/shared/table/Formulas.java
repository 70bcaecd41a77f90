package org.bihuan.shared.table;

/**
 * Keeps text from being calculated. A program that opens CSV takes a cell that begins with one of these for a formula, and a
 * formula can call out (CWE-1236; OWASP, CSV Injection).
 */
final class Formulas {
    /** Also as Chinese keyboards type them: spreadsheets read the full-width forms alike. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private static final char QUOTE = '\'';

    private Formulas() {}

    /**
     * The same with a single quote in front where it would be taken for a formula. What has quotes in front of such a beginning
     * already gets one more, so that taking one away always gives the text as it was.
     */
    static String defused(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == QUOTE) {
            first++;
        }
        boolean dangerous = first < text.length() && BEGINNINGS.indexOf(text.charAt(first)) >= 0;
        return dangerous ? QUOTE + text : text;
    }
}
