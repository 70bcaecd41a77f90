package org.bihuan.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line of a file cannot be taken.
 *
 * @param line as an editor counts them, the header is 1
 * @param column its title; null where it is about the line as a whole
 * @param code names the rule; its text is found under the same key
 */
public record Rejection(int line, @Nullable String column, String code, List<Object> arguments) {
    public static Rejection of(int line, @Nullable String column, String code, Object... arguments) {
        return new Rejection(line, column, code, List.of(arguments));
    }
}
