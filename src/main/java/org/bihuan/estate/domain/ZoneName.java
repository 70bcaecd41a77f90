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
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of a time zone in the IANA database; an offset alone is none, because it knows no summer time. */
@Constraint(validatedBy = ZoneName.Check.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
public @interface ZoneName {
    String message() default "UNKNOWN_TIME_ZONE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** True for a known zone. */
    final class Check implements ConstraintValidator<ZoneName, String> {
        private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || KNOWN.contains(name);
        }
    }
}
