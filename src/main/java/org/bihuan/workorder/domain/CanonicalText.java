package org.bihuan.workorder.domain;

import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array in the one text that PostgreSQL's jsonb has for it, so that a hash made there is made again here, without asking
 * the database that is to be checked.
 */
final class CanonicalText {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringJoiner values = new StringJoiner(", ", "[", "]");

    CanonicalText add(@Nullable String text) {
        values.add(text == null ? "null" : quoted(text));
        return this;
    }

    CanonicalText add(@Nullable UUID id) {
        return add(id == null ? null : id.toString());
    }

    CanonicalText add(long number) {
        values.add(Long.toString(number));
        return this;
    }

    CanonicalText add(boolean truth) {
        values.add(Boolean.toString(truth));
        return this;
    }

    /** @param document as the text of a jsonb, null for none */
    CanonicalText addJson(@Nullable String document) {
        values.add(document == null ? "null" : document);
        return this;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(quoted, text.charAt(i));
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (character < FIRST_PRINTABLE) {
                    quoted.append("\\u00").append(Character.forDigit(character >> 4, 16));
                    quoted.append(Character.forDigit(character & 0xF, 16));
                } else {
                    quoted.append(character);
                }
            }
        }
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
