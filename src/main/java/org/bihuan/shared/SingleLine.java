package org.bihuan.shared;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A name or a code: text without line breaks or tabs, so that it cannot break out of a list, a header or a subject. */
@Constraint(validatedBy = SingleLine.Check.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
public @interface SingleLine {
    String message() default "NOT_ONE_LINE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** True without any line break or tab. */
    final class Check implements ConstraintValidator<SingleLine, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t');
        }
    }
}
