package org.bihuan.catalogue.domain;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Optional;
import org.bihuan.shared.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * Each name is there, short, and on one line. A constraint of the whole record, because the name of a component cannot be a
 * language tag, and errors must point at the tag.
 */
@Constraint(validatedBy = NamedInEveryLanguage.Check.class)
@Target(TYPE)
@Retention(RUNTIME)
@interface NamedInEveryLanguage {
    String message() default "REQUIRED";

    int min() default 1;

    int max() default 100;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** True with a proper name in each language. */
    final class Check implements ConstraintValidator<NamedInEveryLanguage, CategoryNames> {
        private static final SingleLine.Check ONE_LINE = new SingleLine.Check();

        private int longest;

        @Override
        public void initialize(NamedInEveryLanguage constraint) {
            longest = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable CategoryNames names, ConstraintValidatorContext context) {
            if (names == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            boolean chinese = isGood(names.zhCn(), CategoryNames.ZH_CN, context);
            boolean english = isGood(names.en(), "en", context);
            return chinese && english;
        }

        private boolean isGood(@Nullable String name, String language, ConstraintValidatorContext context) {
            Optional<String> fault = fault(name, context);
            fault.ifPresent(code -> context.buildConstraintViolationWithTemplate(code)
                    .addPropertyNode(language)
                    .addConstraintViolation());
            return fault.isEmpty();
        }

        private Optional<String> fault(@Nullable String name, ConstraintValidatorContext context) {
            if (name == null || name.isBlank()) {
                return Optional.of("REQUIRED");
            }
            if (name.length() > longest) {
                return Optional.of("WRONG_LENGTH");
            }
            return ONE_LINE.isValid(name, context) ? Optional.empty() : Optional.of("NOT_ONE_LINE");
        }
    }
}
