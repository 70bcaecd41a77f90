package org.bihuan.shared;

import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The codes under which broken bean constraints are told. */
final class Constraints {
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "REQUIRED",
            "NotBlank", "REQUIRED",
            "NotEmpty", "REQUIRED",
            "Size", "WRONG_LENGTH",
            "Min", "TOO_SMALL",
            "Max", "TOO_LARGE",
            "Positive", "TOO_SMALL",
            "PositiveOrZero", "TOO_SMALL",
            "Pattern", "WRONG_FORMAT");

    private Constraints() {}

    /** Constraints of our own carry their code as the message. */
    static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return CODES.getOrDefault(name, violation.getMessageTemplate());
    }

    static Object[] arguments(Map<String, Object> attributes) {
        if (attributes.containsKey("min")) {
            return new Object[] {attributes.get("min"), attributes.get("max")};
        }
        Object value = attributes.get("value");
        return value instanceof Number ? new Object[] {value} : new Object[0];
    }

    static String choices(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
