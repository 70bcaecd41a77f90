package org.bihuan.estate.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line of a registry cannot be taken.
 *
 * @param line as an editor counts them, the header is 1
 * @param column null where it is about the line as a whole
 * @param code names the rule; its text is found under the same key
 */
public record Rejection(int line, @Nullable String column, String code, List<Object> arguments) {
    static Rejection of(int line, RegistryColumn column, String code, Object... arguments) {
        return new Rejection(line, column.title(), code, List.of(arguments));
    }

    static Rejection ofLine(int line, String code, Object... arguments) {
        return new Rejection(line, null, code, List.of(arguments));
    }
}
