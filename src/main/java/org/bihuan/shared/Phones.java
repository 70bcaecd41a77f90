package org.bihuan.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers as people type them, kept and compared in E.164. */
public final class Phones {
    private static final String HOME = "CN";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** The number in E.164, e.g. {@code +8613800138000}; empty for what cannot be a number. Without a country it is a Chinese one. */
    public static Optional<String> parse(String typed) {
        try {
            var number = NUMBERS.parse(typed, HOME);
            // Possible, not valid: numbering plans change faster than libraries, and a desk must be able to note any
            // number.
            return number.hasExtension() || !NUMBERS.isPossibleNumber(number)
                    ? Optional.empty()
                    : Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The same of the number that a list is asked for. @throws InvalidInput for what cannot be one */
    public static String askedFor(String typed) {
        return parse(typed).orElseThrow(() -> InvalidInput.invalid("?phone", "PHONE_NOT_USABLE"));
    }
}
