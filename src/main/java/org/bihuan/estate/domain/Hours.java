package org.bihuan.estate.domain;

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
import org.bihuan.calendar.DailyHours;
import org.jspecify.annotations.Nullable;

/** Open hours of a day, as {@link DailyHours} reads them. */
@Constraint(validatedBy = Hours.Check.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
public @interface Hours {
    String message() default "HOURS_NOT_USABLE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** True for hours that can be read. */
    final class Check implements ConstraintValidator<Hours, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                DailyHours.parse(text);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
