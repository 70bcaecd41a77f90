package org.bihuan.shared;

import java.util.List;

/**
 * What is wrong with one part of the input.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter
 * @param code names the rule; its text is found under the same key
 */
public record FieldError(String pointer, String code, List<Object> arguments) {
    public FieldError(String pointer, String code, Object... arguments) {
        this(pointer, code, List.of(arguments));
    }
}
