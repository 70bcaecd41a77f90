package org.bihuan.workorder.domain;

/**
 * A work order's number: digits that only grow, and Damm's check digit behind them, which finds every single wrong digit and
 * every swap of two neighbours (H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004).
 */
final class OrderNumber {
    private static final int[][] QUASIGROUP = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    /** Digits that a number can have before its check digit. */
    static final int LONGEST_SERIAL = 18;

    private OrderNumber() {}

    static String of(long serial) {
        return withCheckDigit(Long.toString(serial));
    }

    static String withCheckDigit(String digits) {
        return digits + check(digits);
    }

    /** Whether the last digit checks the others. */
    static boolean isValid(String number) {
        return number.matches("[0-9]{2,19}") && check(number) == 0;
    }

    private static int check(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }
}
