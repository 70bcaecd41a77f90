package org.bihuan.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The input cannot be used. Carries everything that is wrong with it, not only the first thing. */
public final class InvalidInput extends DomainException {
    private final boolean malformed;
    private final transient List<FieldError> errors;

    private InvalidInput(String code, boolean malformed, List<FieldError> errors) {
        super(code);
        this.malformed = malformed;
        this.errors = List.copyOf(errors);
    }

    /** It could not be understood: no JSON, an unknown field, a wrong JSON type. */
    public static InvalidInput malformed(List<FieldError> errors) {
        return new InvalidInput("MALFORMED", true, errors);
    }

    public static InvalidInput malformed(String pointer, String code, Object... arguments) {
        return malformed(List.of(new FieldError(pointer, code, arguments)));
    }

    /** It was understood, and breaks a rule. */
    public static InvalidInput invalid(List<FieldError> errors) {
        return new InvalidInput("INVALID", false, errors);
    }

    public static InvalidInput invalid(String pointer, String code, Object... arguments) {
        return invalid(List.of(new FieldError(pointer, code, arguments)));
    }

    /** The same, where the client calls one of the fields by another name. */
    public InvalidInput renamed(String pointer, String asSent) {
        List<FieldError> renamed = errors.stream()
                .map(error -> error.pointer().equals(pointer)
                        ? new FieldError(asSent, error.code(), error.arguments())
                        : error)
                .toList();
        return new InvalidInput(code(), malformed, renamed);
    }

    /**
     * Refuses if there is an error; at each place only the first is told, because the others follow from it.
     *
     * @throws InvalidInput with all of them
     */
    public static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            Set<String> told = new HashSet<>();
            throw invalid(
                    errors.stream().filter(error -> told.add(error.pointer())).toList());
        }
    }

    public boolean isMalformed() {
        return malformed;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
