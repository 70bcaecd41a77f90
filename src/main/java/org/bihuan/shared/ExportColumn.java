package org.bihuan.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of what is taken home as a file.
 *
 * @param key by which it is asked for
 * @param title in the caller's language; null where it is found by its key in {@code texts/tables}
 * @param width about how many Latin characters it shows
 * @param value of a row, of the type its form says; null leaves the cell empty
 */
public record ExportColumn<R>(
        String key, @Nullable String title, Form form, int width, Function<R, @Nullable Object> value) {
    private static final int WIDTH_OF_TIMES = 20;
    private static final int WIDTH_OF_DAYS = 12;
    private static final int WIDTH_OF_NUMBERS = 10;
    private static final int WIDTH_OF_CODES = 14;

    /** What stands in it. */
    public enum Form {
        /** Stays text, whatever it looks like. */
        TEXT,
        NUMBER,
        /** An instant, told in the time zone of the file. */
        TIME,
        DAY,
        /** A constant, told in the language of the file. */
        CODE,
        YES_OR_NO
    }

    public static <R> ExportColumn<R> text(String key, int width, Function<R, @Nullable String> value) {
        return new ExportColumn<>(key, null, Form.TEXT, width, value::apply);
    }

    public static <R> ExportColumn<R> number(String key, Function<R, @Nullable Integer> value) {
        return new ExportColumn<>(key, null, Form.NUMBER, WIDTH_OF_NUMBERS, value::apply);
    }

    public static <R> ExportColumn<R> decimal(String key, Function<R, @Nullable BigDecimal> value) {
        return new ExportColumn<>(key, null, Form.NUMBER, WIDTH_OF_NUMBERS, value::apply);
    }

    public static <R> ExportColumn<R> time(String key, Function<R, @Nullable Instant> value) {
        return new ExportColumn<>(key, null, Form.TIME, WIDTH_OF_TIMES, value::apply);
    }

    public static <R> ExportColumn<R> day(String key, Function<R, @Nullable LocalDate> value) {
        return new ExportColumn<>(key, null, Form.DAY, WIDTH_OF_DAYS, value::apply);
    }

    public static <R> ExportColumn<R> code(String key, Function<R, @Nullable Enum<?>> value) {
        return new ExportColumn<>(key, null, Form.CODE, WIDTH_OF_CODES, value::apply);
    }

    public static <R> ExportColumn<R> yesOrNo(String key, Function<R, @Nullable Boolean> value) {
        return new ExportColumn<>(key, null, Form.YES_OR_NO, WIDTH_OF_NUMBERS, value::apply);
    }
}
