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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of one mailbox and nothing beside it: no name, no list, no line break, so that it can stand in a header. The form
 * is that of HTML's e-mail fields, with the lengths of RFC 5321 and without dots that RFC 5322 does not know.
 */
@Constraint(validatedBy = MailAddress.Check.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
public @interface MailAddress {
    String message() default "NOT_A_MAIL_ADDRESS";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** True for an address that mail can be sent to. */
    final class Check implements ConstraintValidator<MailAddress, String> {
        private static final int LONGEST = 254;
        private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final Pattern ONE =
                Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*+@" + LABEL + "(?:\\." + LABEL + ")*+");

        public static boolean isOne(String text) {
            return text.length() <= LONGEST && ONE.matcher(text).matches();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isOne(text);
        }
    }
}
