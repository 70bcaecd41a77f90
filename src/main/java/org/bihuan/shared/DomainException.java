package org.bihuan.shared;

import java.util.List;

/**
 * A refusal that the caller can understand. Its code is stable and names the rule; the words come from the texts of that
 * code in the caller's language, filled with the arguments. {@code ProblemTable} says which HTTP status each type gets.
 */
public abstract class DomainException extends RuntimeException {
    private final String code;
    private final transient List<Object> arguments;

    protected DomainException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
