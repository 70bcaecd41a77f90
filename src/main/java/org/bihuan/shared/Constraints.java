package org.bihuan.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
            "PositiveOrZero", "TOO_SMALL",
            "DecimalMin", "TOO_SMALL",
            "Max", "TOO_LARGE");

    private Constraints() {}

    /** Constraints of our own carry their code as the message, and so may those of others. */
    static String code(ConstraintViolation<?> violation) {
        String message = violation.getMessageTemplate();
        if (message.startsWith("{") && hasNoUpperLimit(violation)) {
            return "TOO_FEW";
        }
        return message.startsWith("{") ? CODES.getOrDefault(name(violation), "WRONG_FORMAT") : message;
    }

    private static boolean hasNoUpperLimit(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof Size size
                && size.max() == Integer.MAX_VALUE;
    }

    private static String name(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    static Object[] arguments(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        if (name(violation).equals("PositiveOrZero")) {
            return new Object[] {0};
        }
        if (attributes.containsKey("min")) {
            return new Object[] {attributes.get("min"), attributes.get("max")};
        }
        Object value = attributes.get("value");
        return value == null ? new Object[0] : new Object[] {new BigDecimal(value.toString())};
    }

    static String choices(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
